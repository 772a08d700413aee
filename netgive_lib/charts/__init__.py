"""Pictures: functions that take frames and return Altair charts."""
