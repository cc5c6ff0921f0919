# Writes into OUT what PROGRAM says of itself: manual pages and completions,
# with the day of EPOCH; and the Debian changelog.
cmake_minimum_required(VERSION 3.25)
foreach(name LANG LC_ALL LC_MESSAGES KAKEHASHI_DATA KAKEHASHI_DB)
  unset(ENV{${name}})
endforeach()
set(ENV{SOURCE_DATE_EPOCH} ${EPOCH})

function(run)
  execute_process(COMMAND ${PROGRAM} ${ARGN} COMMAND_ERROR_IS_FATAL ANY)
endfunction()
# By the name Debian asks for; -n leaves name and time of the file out.
function(compress)
  execute_process(COMMAND gzip -9nf ${ARGN} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

file(REMOVE_RECURSE ${OUT})
file(MAKE_DIRECTORY ${OUT}/man/man1 ${OUT}/man/ja/man1)
run(--lang en manual --out ${OUT}/man/man1)
run(--lang ja manual --out ${OUT}/man/ja/man1)
file(GLOB pages ${OUT}/man/man1/*.1 ${OUT}/man/ja/man1/*.1)
compress(${pages})

execute_process(COMMAND ${PROGRAM} completion bash OUTPUT_FILE ${OUT}/kakehashi COMMAND_ERROR_IS_FATAL ANY)
# One file for zsh, whose descriptions are in the language that the program
# would take.
foreach(language en ja)
  execute_process(COMMAND ${PROGRAM} --lang ${language} completion zsh
    OUTPUT_VARIABLE ${language} COMMAND_ERROR_IS_FATAL ANY)
  string(REGEX REPLACE "^#compdef kakehashi\n" "" ${language} "${${language}}")
endforeach()
file(WRITE ${OUT}/_kakehashi "#compdef kakehashi\n"
  "if [[ \${LC_ALL:-\${LC_MESSAGES:-$LANG}} == en* ]]; then\n${en}else\n${ja}fi\n")

string(TIMESTAMP day "%a, %d %b %Y %H:%M:%S +0000" UTC)  # of SOURCE_DATE_EPOCH
file(WRITE ${OUT}/changelog "kakehashi (${VERSION}) bookworm; urgency=medium\n\n"
  "  * See CHANGELOG.md.\n\n -- ${CONTACT}  ${day}\n")
compress(${OUT}/changelog)
file(TOUCH ${OUT}/stamp)
