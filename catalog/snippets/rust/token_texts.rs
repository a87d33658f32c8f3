mod token_texts {
    use std::time::{SystemTime, UNIX_EPOCH};

    /// Nine tenths of a JWT's life, counted from its receipt, so that a wrong clock does no harm. None where the token
    /// is no JWT: only the API knows when it expires.
    pub fn renewal_time(token: &str, received_at: Option<f64>) -> Option<f64> {
        let claims = decoded(token.split('.').nth(1)?)?;
        let issued: f64 = value_at(&claims, &["iat"])?.parse().ok()?;
        let expires: f64 = value_at(&claims, &["exp"])?.parse().ok()?;
        Some(received_at.unwrap_or(issued) + (expires - issued) * 0.9)
    }

    /// Base64url (RFC 4648 §5).
    fn decoded(text: &str) -> Option<String> {
        const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        let (mut bytes, mut bits, mut count) = (Vec::new(), 0u32, 0);
        for letter in text.trim_end_matches('=').bytes() {
            let value = LETTERS.iter().position(|&known| known == letter)? as u32;
            bits = bits << 6 | value;
            count += 6;
            if count >= 8 {
                count -= 8;
                bytes.push((bits >> count) as u8);
            }
        }
        String::from_utf8(bytes).ok()
    }

    pub fn string_at(json: &str, names: &[&str]) -> Option<String> {
        let text = value_at(json, names)?.strip_prefix('"')?;
        Some(text.to_owned()).filter(|text| !text.is_empty())
    }

    /// The start of the value that names lead to in a JSON text: a number's digits, or a string behind its first quote.
    fn value_at<'a>(json: &'a str, names: &[&str]) -> Option<&'a str> {
        let mut rest = json;
        for name in names {
            rest = if *name == "[]" {
                rest.strip_prefix('[')?.trim_start()
            } else {
                let (_, behind) = rest.split_once(&format!("\"{name}\""))?;
                behind.trim_start().strip_prefix(':')?.trim_start()
            };
        }
        let opened = usize::from(rest.starts_with('"'));
        let end = rest[opened..].find(['"', ',', '}', ' ', '\n', '\r'])?;
        Some(&rest[..opened + end])
    }

    pub fn quoted(text: &str) -> String {
        format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
    }

    pub fn now() -> f64 {
        let since = SystemTime::now().duration_since(UNIX_EPOCH);
        since.unwrap_or_default().as_secs_f64()
    }
}
