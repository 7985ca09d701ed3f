# The program as a person uses it.
if(TARGET ocopmap)
  add_test(NAME window COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/window/end_to_end.sh $<TARGET_FILE:ocopmap>
           ${PROJECT_SOURCE_DIR}/geodata ${CMAKE_CURRENT_SOURCE_DIR}/window/main_job.play)
  set_tests_properties(window PROPERTIES SKIP_RETURN_CODE 77 TIMEOUT 300)
endif()
