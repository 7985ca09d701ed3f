# The program as a person uses it.
if(TARGET ocopmap)
  add_test(NAME window COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/window/end_to_end.sh $<TARGET_FILE:ocopmap>
           ${PROJECT_SOURCE_DIR}/geodata ${CMAKE_CURRENT_SOURCE_DIR}/window/main_job.play)
  add_executable(ocopmap_alike window/alike.cpp)
  target_include_directories(ocopmap_alike PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
  target_link_libraries(ocopmap_alike PRIVATE ocop_render PkgConfig::CAIRO ocop_options)
  add_test(NAME presenting COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/window/presenting.sh $<TARGET_FILE:ocopmap> $<TARGET_FILE:ocopmap_alike>
           ${PROJECT_SOURCE_DIR}/geodata ${CMAKE_CURRENT_SOURCE_DIR}/window/meeting.play
           ${CMAKE_CURRENT_SOURCE_DIR}/window/what_if.play)
  set_tests_properties(presenting PROPERTIES SKIP_RETURN_CODE 77 TIMEOUT 600)
  add_test(NAME deck_in_browser COMMAND /usr/bin/python3 ${CMAKE_CURRENT_SOURCE_DIR}/html/deck_in_browser.py $<TARGET_FILE:ocopmap>
           ${PROJECT_SOURCE_DIR}/geodata/minh-hoa.toml)
  set_tests_properties(deck_in_browser PROPERTIES SKIP_RETURN_CODE 77 TIMEOUT 300)
  add_test(NAME reload COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/window/reload.sh $<TARGET_FILE:ocopmap> ${PROJECT_SOURCE_DIR}/geodata)
  set_tests_properties(window reload PROPERTIES SKIP_RETURN_CODE 77 TIMEOUT 300)
endif()

# The workbooks that the program writes, as another program reads them.
if(TARGET ocopmap)
  add_test(NAME excel COMMAND sh -c "/usr/bin/python3 -c 'import openpyxl' || exit 77; exec /usr/bin/python3 '${CMAKE_CURRENT_SOURCE_DIR}/excel/excel_test.py' '$<TARGET_FILE:ocopmap>' '${PROJECT_SOURCE_DIR}/geodata'")
  set_tests_properties(excel PROPERTIES SKIP_RETURN_CODE 77 TIMEOUT 300)
endif()
