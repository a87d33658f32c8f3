use send_with_retry::SendWithRetry;

mod send_with_retry {
    use super::retry_delays;
    use reqwest::header::RETRY_AFTER;
    use reqwest::{Error, RequestBuilder, Response};
    use std::future::Future;
    use std::pin::Pin;
    use std::time::{Duration, Instant};

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
            request.header("Idempotency-Key", retry_delays::new_key())
        } else {
            request
        };
        // end
        let own_timeout = described.timeout().map(Duration::as_secs_f64);

        let mut attempt = 0;
        loop {
            attempt += 1;
            let last = !repeatable || attempt >= ATTEMPTS;
            let mut delay =
                retry_delays::random() * MAX_DELAY.min(BASE_DELAY * 2f64.powi(attempt - 1));
            let timeout = own_timeout
                .unwrap_or(ATTEMPT_TIMEOUT)
                .min(retry_delays::seconds_until(ends_at));
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
                    let wait = retry_delays::requested_wait(
                        response
                            .headers()
                            .get(RETRY_AFTER)
                            .and_then(|value| value.to_str().ok()),
                    );
                    // when: wait-field
                    let wait = wait.max(retry_delays::number_at(
                        &response.text().await.unwrap_or_default(),
                        &["wait_seconds"],
                    ));
                    // end
                    if wait > 0.0 {
                        delay = delay.max(wait + retry_delays::random() * BASE_DELAY);
                    }
                    if wait > MAX_DELAY || delay > retry_delays::seconds_until(ends_at) {
                        eprintln!(
                            "{method}: status {status}, and {delay:.0} s to wait is too long"
                        );
                        return Err(error);
                    }
                }
                Err(error) => {
                    let lost = !error.is_builder() && !error.is_redirect();
                    if last || !lost || delay > retry_delays::seconds_until(ends_at) {
                        return Err(error);
                    }
                }
            }
            tokio::time::sleep(Duration::from_secs_f64(delay)).await;
        }
    }
}
