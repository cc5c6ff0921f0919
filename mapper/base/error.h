// The one exception type: the world failed us (a file cannot be read, a tool
// is missing).  Bad input is never an exception; see diagnostic.h.

#ifndef MAPPER_BASE_ERROR_H_
#define MAPPER_BASE_ERROR_H_

#include <stdexcept>
#include <string>

namespace mapper {

class Error : public std::runtime_error {
 public:
  explicit Error(const std::string& message) : std::runtime_error(message) {}
};

}  // namespace mapper

#endif  // MAPPER_BASE_ERROR_H_
