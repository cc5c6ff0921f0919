# Compile options shared by all of our targets; never exported.
add_library(kakehashi_warnings INTERFACE)
target_compile_options(kakehashi_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion
  -Wnon-virtual-dtor -Wold-style-cast -Wswitch-enum
  $<$<BOOL:${KAKEHASHI_WERROR}>:-Werror>)
if(KAKEHASHI_SANITIZE)
  target_compile_options(kakehashi_warnings INTERFACE
    -fsanitize=${KAKEHASHI_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(kakehashi_warnings INTERFACE -fsanitize=${KAKEHASHI_SANITIZE})
endif()
