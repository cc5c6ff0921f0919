completion bash river-act
