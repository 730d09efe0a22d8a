"""What others ask for, made into requests: the tools of LLM APIs."""
