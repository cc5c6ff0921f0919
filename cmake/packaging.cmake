# What is installed, in two components: `program` (the program, its data and
# documents; what the packages hold) and `dev` (the library, for find_package).
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

# The time that packages and pages bear: SOURCE_DATE_EPOCH, else that of the
# last commit, else now.
set(KAKEHASHI_EPOCH $ENV{SOURCE_DATE_EPOCH})
if(NOT KAKEHASHI_EPOCH)
  execute_process(COMMAND git log -1 --format=%ct WORKING_DIRECTORY ${PROJECT_SOURCE_DIR}
    OUTPUT_VARIABLE KAKEHASHI_EPOCH OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
endif()
if(NOT KAKEHASHI_EPOCH)
  string(TIMESTAMP KAKEHASHI_EPOCH "%s" UTC)
endif()

# What the program and the build write about the program: manual pages,
# completions, the bill of materials.
find_package(Python3 3.11 REQUIRED COMPONENTS Interpreter)
set(pages ${PROJECT_BINARY_DIR}/pages)
set(sbom ${PROJECT_BINARY_DIR}/kakehashi.cdx.json)
set(contact "kakehashi maintainers <maintainers@example.invalid>")
add_custom_command(OUTPUT ${pages}/stamp
  COMMAND ${CMAKE_COMMAND} -DPROGRAM=$<TARGET_FILE:kakehashi_cli> -DOUT=${pages}
    -DEPOCH=${KAKEHASHI_EPOCH} -DVERSION=${PROJECT_VERSION} "-DCONTACT=${contact}"
    -P ${PROJECT_SOURCE_DIR}/cmake/pages.cmake
  DEPENDS kakehashi_cli ${PROJECT_SOURCE_DIR}/cmake/pages.cmake VERBATIM)
add_custom_command(OUTPUT ${sbom}
  COMMAND ${Python3_EXECUTABLE} ${PROJECT_SOURCE_DIR}/scripts/sbom.py
    --program $<TARGET_FILE:kakehashi_cli> --version ${PROJECT_VERSION}
    --source ${PROJECT_SOURCE_DIR} --compiler ${CMAKE_CXX_COMPILER} --out ${sbom}
    $<$<BOOL:${KAKEHASHI_WEB_READY}>:--web>
    "$<$<BOOL:${KAKEHASHI_STATIC}>:--archives;$<JOIN:${KAKEHASHI_ARCHIVES},;>>"
  DEPENDS kakehashi_cli ${PROJECT_SOURCE_DIR}/scripts/sbom.py
    ${PROJECT_SOURCE_DIR}/web/package-lock.json
  VERBATIM COMMAND_EXPAND_LISTS)
add_custom_target(kakehashi_pages ALL DEPENDS ${pages}/stamp ${sbom})

set(program COMPONENT program)
install(TARGETS kakehashi_cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} ${program})
install(DIRECTORY frameworks crosswalks
        DESTINATION ${CMAKE_INSTALL_DATADIR}/${PROJECT_NAME} ${program})
install(DIRECTORY docs/examples DESTINATION ${CMAKE_INSTALL_DOCDIR} ${program})
install(DIRECTORY docs/ DESTINATION ${CMAKE_INSTALL_DOCDIR}/docs ${program}
        FILES_MATCHING PATTERN "*.md" PATTERN "decisions" EXCLUDE PATTERN "review" EXCLUDE
        PATTERN "examples" EXCLUDE)
install(FILES README.md README.en.md LICENSE LICENSE-DATA CHANGELOG.md ${sbom}
        DESTINATION ${CMAKE_INSTALL_DOCDIR} ${program})
install(DIRECTORY ${pages}/man/ DESTINATION ${CMAKE_INSTALL_MANDIR} ${program})
install(FILES ${pages}/kakehashi
        DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions ${program})
install(FILES ${pages}/_kakehashi
        DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions ${program})
install(FILES packaging/copyright ${pages}/changelog.gz
        DESTINATION ${CMAKE_INSTALL_DOCDIR} ${program})
install(FILES packaging/lintian-overrides
        DESTINATION ${CMAKE_INSTALL_DATADIR}/lintian/overrides RENAME kakehashi ${program})

if(NOT KAKEHASHI_STATIC)
  foreach(layer base model parse crosswalk store report)
    set_target_properties(mapper_${layer} PROPERTIES EXPORT_NAME ${layer})
    list(APPEND libraries mapper_${layer})
  endforeach()
  set(dev COMPONENT dev)
  install(TARGETS ${libraries} kakehashi_web EXPORT kakehashi
    ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}/kakehashi ${dev}
    FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/kakehashi ${dev})
  set(config ${CMAKE_INSTALL_LIBDIR}/cmake/kakehashi)
  install(EXPORT kakehashi NAMESPACE kakehashi:: FILE kakehashi-targets.cmake
    DESTINATION ${config} ${dev})
  write_basic_package_version_file(${PROJECT_BINARY_DIR}/kakehashi-config-version.cmake
    COMPATIBILITY SameMinorVersion)
  configure_package_config_file(cmake/kakehashi-config.cmake.in
    ${PROJECT_BINARY_DIR}/kakehashi-config.cmake INSTALL_DESTINATION ${config})
  install(FILES ${PROJECT_BINARY_DIR}/kakehashi-config.cmake
    ${PROJECT_BINARY_DIR}/kakehashi-config-version.cmake DESTINATION ${config} ${dev})
endif()

set(CPACK_GENERATOR "DEB;TGZ")
set(CPACK_PACKAGE_NAME ${PROJECT_NAME})
set(CPACK_PACKAGE_CONTACT ${contact})
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "crosswalks between cybersecurity guidelines in Japan")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Lays the laws and guidelines on cybersecurity that a local government, a
waterworks or a hospital in Japan is under side by side: what overlaps, what
only one of them asks, who leads and who supports, with a reason, a source
and a measure of certainty in every row.
.
Works without a network. The data is included, and reports open offline in a
browser or a spreadsheet.")
set(CPACK_INSTALL_CMAKE_PROJECTS "${PROJECT_BINARY_DIR};${PROJECT_NAME};program;/")
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "poppler-utils")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "bash-completion")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_PACKAGE_DIRECTORY ${CMAKE_BINARY_DIR}/packages)
# CPack writes every file with the time of SOURCE_DATE_EPOCH.
file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/cpack-epoch.cmake
  CONTENT "set(ENV{SOURCE_DATE_EPOCH} @KAKEHASHI_EPOCH@)\n" @ONLY)
set(CPACK_PROJECT_CONFIG_FILE ${PROJECT_BINARY_DIR}/cpack-epoch.cmake)
include(CPack)
