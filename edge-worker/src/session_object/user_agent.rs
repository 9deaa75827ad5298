//! With what a visitor came, told from the header `user-agent`.
//!
//! Browsers have frozen most of that header, and sites tell apart a handful of browsers and systems. What is
//! read here is what nearly all visitors have; the header itself is in the index as well.

/// A browser, its system and its device. `None` where the header does not tell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct UserAgent {
    pub(crate) browser: Option<&'static str>,
    /// The major version.
    pub(crate) browser_version: Option<u32>,
    pub(crate) os: Option<&'static str>,
    pub(crate) device: Option<&'static str>,
}

/// Browsers and the product that only they name. Those that name others' products, too, to be served
/// what these are, stand before them.
const BROWSERS: [(&str, &str); 16] = [
    ("Edge", "Edg/"),
    ("Edge", "EdgA/"),
    ("Edge", "EdgiOS/"),
    ("Opera", "OPR/"),
    ("Opera", "OPT/"),
    ("Samsung Internet", "SamsungBrowser/"),
    ("Yandex", "YaBrowser/"),
    ("Vivaldi", "Vivaldi/"),
    ("DuckDuckGo", "DuckDuckGo/"),
    ("DuckDuckGo", "Ddg/"),
    ("Firefox", "FxiOS/"),
    ("Firefox", "Firefox/"),
    ("Chrome", "CriOS/"),
    ("Chrome", "HeadlessChrome/"),
    ("Chrome", "Chrome/"),
    // Of Safari the version stands apart from its name.
    ("Safari", "Version/"),
];

/// Systems by what only their browsers say, those first whose browsers also say the name of another.
const SYSTEMS: [(&str, &str); 8] = [
    ("iOS", "iPhone"),
    ("iOS", "iPod"),
    ("iPadOS", "iPad"),
    ("Android", "Android"),
    ("ChromeOS", "CrOS"),
    ("Windows", "Windows"),
    ("macOS", "Mac OS X"),
    ("Linux", "Linux"),
];

/// In the names of nearly all programs that read pages for somebody else.
const BOTS: [&str; 5] = ["bot", "crawl", "spider", "headless", "lighthouse"];

impl UserAgent {
    pub(crate) fn parse(header: &str) -> Self {
        let browser = BROWSERS.iter().find_map(|(name, product)| {
            let (_, version) = header.split_once(product)?;
            Some((*name, leading_number(version)))
        });
        let system = SYSTEMS.iter().find(|(_, mark)| header.contains(mark));
        let os = system.map(|(name, _)| *name);
        Self {
            browser: browser.map(|(name, _)| name),
            browser_version: browser.and_then(|(_, version)| version),
            os,
            device: device(header, os),
        }
    }
}

fn device(header: &str, os: Option<&str>) -> Option<&'static str> {
    let lowercase = header.to_ascii_lowercase();
    if BOTS.iter().any(|name| lowercase.contains(name)) {
        return Some("bot");
    }
    Some(match os? {
        "iOS" => "phone",
        "iPadOS" => "tablet",
        "Android" if header.contains("Mobile") => "phone",
        "Android" => "tablet",
        _ => "desktop",
    })
}

fn leading_number(text: &str) -> Option<u32> {
    let end = text.find(|character: char| !character.is_ascii_digit());
    text.get(..end.unwrap_or(text.len()))?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(header: &str) -> String {
        let UserAgent {
            browser,
            browser_version,
            os,
            device,
        } = UserAgent::parse(header);
        let version = browser_version.map_or("-".to_owned(), |version| version.to_string());
        let name = |name: Option<&'static str>| name.unwrap_or("-");
        format!(
            "{} {version}, {}, {}",
            name(browser),
            name(os),
            name(device)
        )
    }

    #[test]
    fn browsers_of_today_are_told_apart() {
        let webkit = "AppleWebKit/537.36 (KHTML, like Gecko)";
        let windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64)";
        for (header, expected) in [
            (
                format!("{windows} {webkit} Chrome/142.0.0.0 Safari/537.36"),
                "Chrome 142, Windows, desktop",
            ),
            (
                format!("{windows} {webkit} Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0"),
                "Edge 142, Windows, desktop",
            ),
            (
                format!("Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) {webkit} Chrome/141.0.0.0 Safari/537.36 OPR/120.0.0.0"),
                "Opera 120, ChromeOS, desktop",
            ),
            (
                format!("Mozilla/5.0 (Linux; Android 10; K) {webkit} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36"),
                "Samsung Internet 28, Android, phone",
            ),
            (
                format!("Mozilla/5.0 (Linux; Android 10; K) {webkit} Chrome/142.0.0.0 Safari/537.36"),
                "Chrome 142, Android, tablet",
            ),
            (
                "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0".to_owned(),
                "Firefox 145, Linux, desktop",
            ),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Safari/605.1.15".to_owned(),
                "Safari 26, macOS, desktop",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1".to_owned(),
                "Safari 26, iOS, phone",
            ),
            (
                "Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/142.0 Mobile/15E148 Safari/604.1".to_owned(),
                "Chrome 142, iPadOS, tablet",
            ),
            (
                format!("Mozilla/5.0 (X11; Linux x86_64) {webkit} HeadlessChrome/142.0.0.0 Safari/537.36"),
                "Chrome 142, Linux, bot",
            ),
            (
                format!("Mozilla/5.0 (Linux; Android 6.0.1) {webkit} Chrome/142.0.0.0 Mobile Safari/537.36 (compatible; Googlebot/2.1)"),
                "Chrome 142, Android, bot",
            ),
        ] {
            assert_eq!(parsed(&header), expected, "{header}");
        }
    }

    #[test]
    fn what_a_header_does_not_tell_stays_open() {
        assert_eq!(parsed(""), "- -, -, -");
        assert_eq!(parsed("curl/8.5.0"), "- -, -, -");
        assert_eq!(parsed("Chrome/ Windows"), "Chrome -, Windows, desktop");
        assert_eq!(parsed("Firefox/99999999999"), "Firefox -, -, -");
    }
}
