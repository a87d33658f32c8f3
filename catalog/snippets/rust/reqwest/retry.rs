use send_with_retry::SendWithRetry;

mod send_with_retry {
    use reqwest::header::{HeaderMap, RETRY_AFTER};
    use reqwest::{Error, RequestBuilder, Response};
    use std::collections::hash_map::RandomState;
    use std::future::Future;
    use std::hash::{BuildHasher, Hasher};
    use std::pin::Pin;
    use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

    const ATTEMPTS: i32 = 5;
    const BASE_DELAY: f64 = 0.5; // seconds, as all times here
    const MAX_DELAY: f64 = 60.0;
    const DEADLINE: f64 = 120.0;
    const ATTEMPT_TIMEOUT: f64 = 30.0;

    type Answer = Pin<Box<dyn Future<Output = Result<Response, Error>> + Send>>;

    pub trait SendWithRetry {
        /// Sends, and again after failures that pass: 408, 429, 500, 502, 503, 504 and lost connections.
        /// Only what may be repeated is (RFC 9110 §9.2.2): work that was done, its answer lost, is not done twice.
        /// The request's own timeout is for each attempt. Dropping the future cancels.
        fn send_with_retry(self) -> Answer;
    }

    impl SendWithRetry for RequestBuilder {
        fn send_with_retry(self) -> Answer {
            Box::pin(send(self))
        }
    }

    async fn send(request: RequestBuilder) -> Result<Response, Error> {
        let ends_at = Instant::now() + Duration::from_secs_f64(DEADLINE);
        let described = match request.try_clone() {
            Some(copy) => copy.build()?,
            None => return request.send().await, // a stream can be sent only once
        };
        let method = described.method().as_str();
        let repeatable = matches!(
            method,
            "GET" | "HEAD" | "OPTIONS" | "TRACE" | "PUT" | "DELETE"
        );
        // when: idempotency
        let keyed = ["POST", "PATCH"].contains(&method);
        let repeatable = repeatable || keyed;
        let request = if keyed && !described.headers().contains_key("Idempotency-Key") {
            // One key for all attempts: by it the API knows that they are one request.
            request.header("Idempotency-Key", new_key())
        } else {
            request
        };
        // end
        let own_timeout = described.timeout().map(Duration::as_secs_f64);

        let mut attempt = 0;
        loop {
            attempt += 1;
            let last = !repeatable || attempt >= ATTEMPTS;
            let mut delay = random() * MAX_DELAY.min(BASE_DELAY * 2f64.powi(attempt - 1));
            let timeout = own_timeout
                .unwrap_or(ATTEMPT_TIMEOUT)
                .min(seconds_until(ends_at));
            let copy = match request.try_clone() {
                Some(copy) => copy.timeout(Duration::from_secs_f64(timeout)),
                None => return request.send().await,
            };
            match copy.send().await {
                Ok(response) => {
                    let status = response.status().as_u16();
                    let error = match response.error_for_status_ref() {
                        Err(error)
                            if !last && matches!(status, 408 | 429 | 500 | 502 | 503 | 504) =>
                        {
                            error
                        }
                        _ => return Ok(response),
                    };
                    let wait = requested_wait(response.headers());
                    // when: wait-field
                    let wait = wait.max(number_at(
                        &response.text().await.unwrap_or_default(),
                        &["wait_seconds"],
                    ));
                    // end
                    if wait > 0.0 {
                        delay = delay.max(wait + random() * BASE_DELAY);
                    }
                    if wait > MAX_DELAY || delay > seconds_until(ends_at) {
                        eprintln!(
                            "{method}: status {status}, and {delay:.0} s to wait is too long"
                        );
                        return Err(error);
                    }
                }
                Err(error) => {
                    let lost = !error.is_builder() && !error.is_redirect();
                    if last || !lost || delay > seconds_until(ends_at) {
                        return Err(error);
                    }
                }
            }
            tokio::time::sleep(Duration::from_secs_f64(delay)).await;
        }
    }

    /// What the answer asks to wait, as a number or a date (RFC 9110 §10.2.3); 0 where it does not.
    fn requested_wait(headers: &HeaderMap) -> f64 {
        let field = headers
            .get(RETRY_AFTER)
            .and_then(|value| value.to_str().ok());
        let field = field.unwrap_or_default().trim();
        if !field.is_empty() && field.bytes().all(|letter| letter.is_ascii_digit()) {
            return field.parse().map_or(0.0, |seconds: f64| seconds.min(1e9));
        }
        let now = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .unwrap_or_default();
        seconds_of(field).map_or(0.0, |date| (date - now.as_secs_f64()).max(0.0))
    }

    /// Seconds since 1970 of a date: Sun, 06 Nov 1994 08:49:37 GMT (RFC 9110 §5.6.7).
    fn seconds_of(date: &str) -> Option<f64> {
        let parts: Vec<&str> = date.split([' ', ':']).collect();
        let (day, month, year, clock) = match parts[..] {
            [_, day, month, year, hour, minute, second, "GMT"] => {
                (day, month, year, [hour, minute, second])
            }
            _ => return None,
        };
        let month = "JanFebMarAprMayJunJulAugSepOctNovDec".find(month)? as i64 / 3 + 1;
        let year: i64 = year.parse().ok()?;
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
    fn number_at(json: &str, names: &[&str]) -> f64 {
        let mut rest = json;
        for name in names {
            let found = rest.split_once(&format!("\"{name}\""));
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
    fn new_key() -> String {
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
    fn seconds_until(time: Instant) -> f64 {
        time.saturating_duration_since(Instant::now()).as_secs_f64()
    }

    /// From 0 to 1.
    fn random() -> f64 {
        random_bits() as f64 / u64::MAX as f64
    }

    /// The standard library seeds each new hasher at random.
    fn random_bits() -> u64 {
        RandomState::new().build_hasher().finish()
    }
}
