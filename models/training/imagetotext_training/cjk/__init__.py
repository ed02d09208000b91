"""A second recogniser, for Chinese, Japanese and Korean lines: data, network and export."""

LANGUAGES = ("zh_CN", "zh_TW", "ja", "ko")
"""The languages, by the names of their locales."""
