//! Page → text formats.
