use send_with_token_refresh::SendWithTokenRefresh;

mod send_with_token_refresh {
    use super::token_texts::{now, quoted, renewal_time, string_at};
    use std::io;
    use std::sync::{Mutex, PoisonError};
    use std::time::Duration;
    use ureq::{Error, Request, Response};

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
        fn send_with_token_refresh(self, send: impl Fn(Request) -> Answer) -> Answer;
    }

    impl SendWithTokenRefresh for Request {
        fn send_with_token_refresh(self, send: impl Fn(Request) -> Answer) -> Answer {
            send_with_token(self, send)
        }
    }

    fn send_with_token(request: Request, send: impl Fn(Request) -> Answer) -> Answer {
        // The token goes to the API's own origin and nowhere else. On redirects, ureq itself sees to that.
        if origin_of(&request) != origin_of(&ureq::get(&api_url())) {
            return send(request);
        }
        let token = access_token(None)?;
        match send(with_token(&request, &token)) {
            Err(Error::Status(401, _)) => send(with_token(&request, &access_token(Some(&token))?)),
            answer => answer,
        }
    }

    fn with_token(request: &Request, token: &str) -> Request {
        request
            .clone()
            .set("Authorization", &format!("Bearer {token}"))
    }

    fn origin_of(request: &Request) -> Option<(String, String, Option<u16>)> {
        let url = request.request_url().ok()?;
        let port = url.port().or(match url.scheme() {
            "https" => Some(443),
            "http" => Some(80),
            _ => None,
        });
        Some((url.scheme().to_owned(), url.host().to_owned(), port))
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

        fn refresh(&mut self) -> Result<(), Error> {
            if self.refused {
                return Err(not_refreshed("log in again"));
            }
            let sent_at = now();
            let body = ["{\"refresh_token\":", &quoted(&self.refresh), "}"].concat();
            // An agent of its own, which follows no redirects.
            let agent = ureq::builder().redirects(0).build();
            let endpoint = ureq::get(&api_url())
                .request_url()?
                .as_url()
                .join("/auth/refresh");
            let endpoint = endpoint.map_or_else(|_| api_url(), String::from);
            let answered = agent
                .post(&endpoint)
                .timeout(Duration::from_secs(30))
                .set("Content-Type", "application/json")
                .send_string(&body);
            let response = match answered {
                Err(Error::Status(status, _)) => {
                    self.refused = matches!(status, 400 | 401 | 403);
                    return Err(not_refreshed(&format!("log in again (status {status})")));
                }
                answered => answered?,
            };
            let answer = response.into_string()?;
            let access = string_at(&answer, &["access_token"])
                .ok_or_else(|| not_refreshed("the answer holds none"))?;
            let refresh = string_at(&answer, &["refresh_token"]);
            let refresh = refresh.unwrap_or_else(|| std::mem::take(&mut self.refresh));
            *self = Tokens::new(access, refresh, Some(sent_at));
            Ok(())
        }
    }

    fn not_refreshed(why: &str) -> Error {
        io::Error::new(
            io::ErrorKind::PermissionDenied,
            format!("The token was not refreshed: {why}"),
        )
        .into()
    }
}
