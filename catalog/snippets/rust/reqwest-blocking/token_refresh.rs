use send_with_token_refresh::SendWithTokenRefresh;

mod send_with_token_refresh {
    use super::token_texts::{now, quoted, renewal_time, string_at};
    use reqwest::blocking::{Client, RequestBuilder, Response};
    use reqwest::header::{HeaderMap, HeaderValue, AUTHORIZATION, CONTENT_TYPE};
    use reqwest::{redirect, Error, Url};
    use std::sync::{Mutex, PoisonError};
    use std::time::Duration;

    fn api_url() -> String {
        "https://api.example.com".into()
    }

    fn first_tokens() -> Tokens {
        Tokens::new("ACCESS_TOKEN".into(), "REFRESH_TOKEN".into(), None)
    }

    /// One account's tokens. After log-in: `*TOKENS.lock()? = Some(Tokens::new(access, refresh, None))`.
    pub static TOKENS: Mutex<Option<Tokens>> = Mutex::new(None);

    type Answer = Result<Response, Error>;

    pub trait SendWithTokenRefresh {
        /// Sends the API's access token, which is refreshed before it expires and, once a request, after a 401.
        fn send_with_token_refresh(self, send: fn(RequestBuilder) -> Answer) -> Answer;
    }

    impl SendWithTokenRefresh for RequestBuilder {
        fn send_with_token_refresh(self, send: fn(RequestBuilder) -> Answer) -> Answer {
            send_with_token(self, send)
        }
    }

    fn send_with_token(request: RequestBuilder, send: fn(RequestBuilder) -> Answer) -> Answer {
        // The token goes to the API's own origin and nowhere else. On redirects, the client itself sees to that.
        let copies = (request.try_clone(), request.try_clone());
        let (copy, again) = match copies {
            (Some(copy), Some(again)) => (copy, again),
            _ => return send(request), // a stream can be sent only once
        };
        let api = Url::parse(&api_url()).map(|url| url.origin());
        if Ok(copy.build()?.url().origin()) != api {
            return send(request);
        }
        let token = access_token(None)?;
        let response = send(with_token(request, &token))?;
        if response.status() != 401 {
            return Ok(response);
        }
        let renewed = access_token(Some(&token))?;
        if renewed == token {
            return response.error_for_status();
        }
        drop(response);
        send(with_token(again, &renewed))
    }

    fn with_token(request: RequestBuilder, token: &str) -> RequestBuilder {
        let mut headers = HeaderMap::new();
        if let Ok(mut value) = HeaderValue::from_str(&format!("Bearer {token}")) {
            value.set_sensitive(true);
            headers.insert(AUTHORIZATION, value);
        }
        request.headers(headers)
    }

    /// The access token, refreshed where it is the one that failed or is about to expire.
    fn access_token(failed: Option<&str>) -> Result<String, Error> {
        // Once for all callers: where refresh tokens rotate, a second refresh revokes them all.
        let mut tokens = TOKENS.lock().unwrap_or_else(PoisonError::into_inner);
        let tokens = tokens.get_or_insert_with(first_tokens);
        if tokens.access.is_empty()
            || failed == Some(tokens.access.as_str())
            || now() >= tokens.renew_at
        {
            tokens.refresh()?;
        }
        Ok(tokens.access.clone())
    }

    pub struct Tokens {
        access: String,
        refresh: String,
        refused: bool, // the API has refused the refresh token: asking again is no use
        renew_at: f64, // seconds since 1970
    }

    impl Tokens {
        pub fn new(access: String, refresh: String, received_at: Option<f64>) -> Self {
            let renew_at = renewal_time(&access, received_at).unwrap_or(f64::INFINITY);
            Self {
                access,
                refresh,
                refused: false,
                renew_at,
            }
        }

        /// Leaves the tokens as they are where the API refuses: then its answer to the request is the error.
        fn refresh(&mut self) -> Result<(), Error> {
            if self.refused {
                eprintln!("The token was not refreshed: log in again");
                return Ok(());
            }
            let sent_at = now();
            let body = ["{\"refresh_token\":", &quoted(&self.refresh), "}"].concat();
            // A client of its own, which follows no redirects.
            let client = Client::builder()
                .redirect(redirect::Policy::none())
                .build()?;
            let endpoint = Url::parse(&api_url()).and_then(|api| api.join("/auth/refresh"));
            let response = client
                .post(endpoint.map_or_else(|_| api_url(), String::from))
                .timeout(Duration::from_secs(30))
                .header(CONTENT_TYPE, "application/json")
                .body(body)
                .send()?;
            let status = response.status();
            if !status.is_success() {
                self.refused = matches!(status.as_u16(), 400 | 401 | 403);
                eprintln!("The token was not refreshed (status {status}): log in again");
                return Ok(());
            }
            let answer = response.text()?;
            match string_at(&answer, &["access_token"]) {
                Some(access) => {
                    let refresh = string_at(&answer, &["refresh_token"]);
                    let refresh = refresh.unwrap_or_else(|| std::mem::take(&mut self.refresh));
                    *self = Tokens::new(access, refresh, Some(sent_at));
                }
                None => eprintln!("The token was not refreshed: the answer holds none"),
            }
            Ok(())
        }
    }
}
