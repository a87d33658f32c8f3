mod retry_delays {
    use std::collections::hash_map::RandomState;
    use std::hash::{BuildHasher, Hasher};
    use std::time::{Instant, SystemTime, UNIX_EPOCH};

    /// What the field Retry-After asks to wait, as a number or a date (RFC 9110 §10.2.3); 0 where it does not.
    pub fn requested_wait(field: Option<&str>) -> f64 {
        let field = field.unwrap_or_default().trim();
        if !field.is_empty() && field.bytes().all(|letter| letter.is_ascii_digit()) {
            return field.parse().map_or(0.0, |seconds: f64| seconds.min(1e9));
        }
        let now = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .unwrap_or_default();
        seconds_of(field).map_or(0.0, |date| (date - now.as_secs_f64()).max(0.0))
    }

    /// Seconds since 1970 of a date (RFC 9110 §5.6.7): Sun, 06 Nov 1994 08:49:37 GMT, Sunday, 06-Nov-94 08:49:37 GMT
    /// or Sun Nov  6 08:49:37 1994.
    fn seconds_of(date: &str) -> Option<f64> {
        let parts: Vec<&str> = date
            .split([' ', ':', '-'])
            .filter(|part| !part.is_empty())
            .collect();
        let (day, month, year, clock) = match parts[..] {
            [_, day, month, year, hour, minute, second, "GMT"] => {
                (day, month, year, [hour, minute, second])
            }
            [_, month, day, hour, minute, second, year] => {
                (day, month, year, [hour, minute, second])
            }
            _ => return None,
        };
        let month = "JanFebMarAprMayJunJulAugSepOctNovDec".find(month)? as i64 / 3 + 1;
        let year: i64 = year.parse().ok()?;
        let year = if year < 100 { year + 2000 } else { year };
        // Years begin in March here, so that a leap day is their last.
        let (year, month) = if month > 2 {
            (year, month)
        } else {
            (year - 1, month + 12)
        };
        let leap_days = year / 4 - year / 100 + year / 400;
        let days =
            365 * year + leap_days + (153 * month - 457) / 5 + day.parse::<i64>().ok()? - 719_469;
        let [hour, minute, second] = clock.map(|part| part.parse::<i64>().ok());
        Some((((days * 24 + hour?) * 60 + minute?) * 60 + second?) as f64)
    }

    // when: wait-field
    /// The number that names lead to in a JSON text; 0 where it is not there.
    pub fn number_at(json: &str, names: &[&str]) -> f64 {
        let mut rest = json;
        for name in names {
            let found = match *name {
                "[]" => rest.split_once('['),
                _ => rest.split_once(&format!("\"{name}\"")),
            };
            rest = found.map_or("", |(_, behind)| {
                behind.trim_start_matches([':', ' ', '\n', '\t', '\r'])
            });
        }
        let end = rest.find(|letter: char| !letter.is_ascii_digit() && letter != '.');
        rest[..end.unwrap_or(rest.len())]
            .parse()
            .map_or(0.0, |number: f64| number.min(1e9))
    }

    // end
    // when: idempotency
    /// A random UUID (RFC 9562 §5.4).
    pub fn new_key() -> String {
        let (high, low) = (random_bits(), random_bits());
        let version = high & 0xfff | 0x4000;
        let variant = low >> 48 & 0x3fff | 0x8000;
        format!(
            "{:08x}-{:04x}-{version:04x}-{variant:04x}-{:012x}",
            high >> 32,
            high >> 16 & 0xffff,
            low & 0xffff_ffff_ffff
        )
    }

    // end
    pub fn seconds_until(time: Instant) -> f64 {
        time.saturating_duration_since(Instant::now()).as_secs_f64()
    }

    /// From 0 to 1.
    pub fn random() -> f64 {
        random_bits() as f64 / u64::MAX as f64
    }

    /// The standard library seeds each new hasher at random.
    fn random_bits() -> u64 {
        RandomState::new().build_hasher().finish()
    }
}
