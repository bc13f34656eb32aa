"""Assembly: settings, addresses, ASGI entry point, supervisor."""
