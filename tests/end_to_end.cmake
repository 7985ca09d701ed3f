# The program as a person uses it.
if(TARGET ocopmap)
  add_test(NAME window COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/window/end_to_end.sh $<TARGET_FILE:ocopmap>
           ${PROJECT_SOURCE_DIR}/geodata ${CMAKE_CURRENT_SOURCE_DIR}/window/main_job.play)
  add_test(NAME reload COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/window/reload.sh $<TARGET_FILE:ocopmap> ${PROJECT_SOURCE_DIR}/geodata)
  set_tests_properties(window reload PROPERTIES SKIP_RETURN_CODE 77 TIMEOUT 300)
endif()

# The workbooks that the program writes, as another program reads them.
if(TARGET ocopmap)
  add_test(NAME excel COMMAND sh -c "/usr/bin/python3 -c 'import openpyxl' || exit 77; exec /usr/bin/python3 '${CMAKE_CURRENT_SOURCE_DIR}/excel/excel_test.py' '$<TARGET_FILE:ocopmap>' '${PROJECT_SOURCE_DIR}/geodata'")
  set_tests_properties(excel PROPERTIES SKIP_RETURN_CODE 77 TIMEOUT 300)
endif()
