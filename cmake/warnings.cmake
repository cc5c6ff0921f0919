# Compile options shared by all of our targets; never exported.
add_library(kakehashi_warnings INTERFACE)
target_compile_options(kakehashi_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion
  -Wnon-virtual-dtor -Wold-style-cast -Wswitch-enum
  # GCC 12 reports these falsely of strings at -O3; the dev preset and the
  # sanitizers look for the real ones.
  $<$<CONFIG:Release>:-Wno-maybe-uninitialized>
  $<$<CONFIG:Release>:-Wno-restrict>
  $<$<BOOL:${KAKEHASHI_WERROR}>:-Werror>)
if(KAKEHASHI_SANITIZE)
  target_compile_options(kakehashi_warnings INTERFACE
    -fsanitize=${KAKEHASHI_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(kakehashi_warnings INTERFACE -fsanitize=${KAKEHASHI_SANITIZE})
endif()
