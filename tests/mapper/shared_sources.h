// Finds the official documents that tests read but the repository cannot ship.

#ifndef TESTS_MAPPER_SHARED_SOURCES_H_
#define TESTS_MAPPER_SHARED_SOURCES_H_

#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>
#include <string>

#include "mapper/base/file.h"

namespace mapper {

// Path of a file of the shared folder: the environment variable
// KAKEHASHI_SHARED, else ../shared beside the checkout.  "" when it is not
// there, which the caller answers by returning; said loudly, and a failure
// where CI is set.
inline std::string SharedPath(const char* relative) {
  const char* shared = std::getenv("KAKEHASHI_SHARED");
  const std::string path =
      std::string(shared != nullptr ? shared : KAKEHASHI_ROOT "/../shared") +
      '/' + relative;
  if (Exists(path)) return path;
  std::cerr << "*** NOT TESTED: " << path << " is not there\n";
  if (std::getenv("CI") != nullptr) ADD_FAILURE() << path << " is not there";
  return "";
}

}  // namespace mapper

#endif  // TESTS_MAPPER_SHARED_SOURCES_H_
