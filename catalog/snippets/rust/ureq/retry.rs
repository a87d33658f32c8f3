use send_with_retry::SendWithRetry;

mod send_with_retry {
    use super::retry_delays;
    use std::io;
    use std::thread;
    use std::time::{Duration, Instant};
    use ureq::{Error, ErrorKind, Request, Response};

    const ATTEMPTS: i32 = 5;
    const BASE_DELAY: f64 = 0.5; // seconds, as all times here
    const MAX_DELAY: f64 = 60.0;
    const DEADLINE: f64 = 120.0;
    const ATTEMPT_TIMEOUT: f64 = 30.0; // in place of the request's own

    type Answer = Result<Response, Error>;

    pub trait SendWithRetry {
        /// Sends, and again after failures that pass: 408, 429, 500, 502, 503, 504 and lost connections.
        /// Only what may be repeated is (RFC 9110 §9.2.2): work that was done, its answer lost, is not done twice.
        fn send_with_retry(self, send: impl Fn(Request) -> Answer) -> Answer;
    }

    impl SendWithRetry for Request {
        fn send_with_retry(self, send: impl Fn(Request) -> Answer) -> Answer {
            send_again(self, send)
        }
    }

    fn send_again(request: Request, send: impl Fn(Request) -> Answer) -> Answer {
        let ends_at = Instant::now() + Duration::from_secs_f64(DEADLINE);
        let method = request.method().to_owned();
        let repeatable = matches!(
            method.as_str(),
            "GET" | "HEAD" | "OPTIONS" | "TRACE" | "PUT" | "DELETE"
        );
        // when: idempotency
        let keyed = ["POST", "PATCH"].contains(&method.as_str());
        let repeatable = repeatable || keyed;
        let request = if keyed && !request.has("Idempotency-Key") {
            // One key for all attempts: by it the API knows that they are one request.
            request.set("Idempotency-Key", &retry_delays::new_key())
        } else {
            request
        };
        // end

        let mut attempt = 0;
        loop {
            attempt += 1;
            let last = !repeatable || attempt >= ATTEMPTS;
            let mut delay =
                retry_delays::random() * MAX_DELAY.min(BASE_DELAY * 2f64.powi(attempt - 1));
            let timeout = ATTEMPT_TIMEOUT.min(retry_delays::seconds_until(ends_at));
            let copy = request.clone().timeout(Duration::from_secs_f64(timeout));
            match send(copy) {
                Err(Error::Status(status, response)) => {
                    if last || !matches!(status, 408 | 429 | 500 | 502 | 503 | 504) {
                        return Err(Error::Status(status, response));
                    }
                    let wait = retry_delays::requested_wait(response.header("Retry-After"));
                    // when: wait-field
                    let wait = wait.max(retry_delays::number_at(
                        &response.into_string().unwrap_or_default(),
                        &["wait_seconds"],
                    ));
                    // end
                    if wait > 0.0 {
                        delay = delay.max(wait + retry_delays::random() * BASE_DELAY);
                    }
                    if wait > MAX_DELAY || delay > retry_delays::seconds_until(ends_at) {
                        let message = format!(
                            "{method}: status {status}, and {delay:.0} s to wait is too long"
                        );
                        return Err(io::Error::new(io::ErrorKind::TimedOut, message).into());
                    }
                }
                Err(Error::Transport(error)) => {
                    let lost = matches!(
                        error.kind(),
                        ErrorKind::Dns
                            | ErrorKind::Io
                            | ErrorKind::ConnectionFailed
                            | ErrorKind::BadStatus
                            | ErrorKind::BadHeader
                    );
                    if last || !lost || delay > retry_delays::seconds_until(ends_at) {
                        return Err(Error::Transport(error));
                    }
                }
                Ok(response) => return Ok(response),
            }
            thread::sleep(Duration::from_secs_f64(delay));
        }
    }
}
