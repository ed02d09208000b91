//! The entry on macOS: a property list of launchd, see launchd.plist(5). Nobody has tried it on a Mac yet.

use std::path::Path;

use super::OPTION;

/// The name of the file: that of the job, which begins with the reversed name of our website.
#[cfg(target_os = "macos")]
pub(super) const NAME: &str = "net.imagetotextai.desktop.plist";

/// The property list that starts `program`. `None` for a path that none can name.
pub(super) fn of(program: &Path) -> Option<String> {
    let program = escaped(program.to_str()?)?;
    Some(format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
	<key>Label</key>
	<string>net.imagetotextai.desktop</string>
	<key>ProgramArguments</key>
	<array>
		<string>{program}</string>
		<string>{OPTION}</string>
	</array>
	<key>RunAtLoad</key>
	<true/>
</dict>
</plist>
"#
    ))
}

fn escaped(text: &str) -> Option<String> {
    if text.contains(char::is_control) {
        return None;
    }
    Some(text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_path_is_escaped() {
        let list = of(Path::new("/Applications/A & <B>.app")).unwrap();
        assert!(list.contains("<string>/Applications/A &amp; &lt;B&gt;.app</string>"), "{list}");
        assert_eq!(of(Path::new("/a\u{1}")), None);
    }
}
