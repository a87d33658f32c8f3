//! Reads orders.

use reqwest::{Client, StatusCode};

const BASE: &str = "https://api.stateset.com/api/v1";

pub struct Orders {
    client: Client,
    token: String,
}

impl Orders {
    /// All open orders, as JSON.
    pub async fn open(&self) -> Result<String, Box<dyn std::error::Error + Send + Sync>> {
        let response = self
            .client
            .get(format!("{BASE}/orders?status=open")) // no pages
            .bearer_auth(&self.token)
            .send()
            .await?;
        if response.status() == StatusCode::TOO_MANY_REQUESTS {
            return Err("too many requests".into());
        }
        Ok(response.text().await?)
    }

    pub async fn alive(&self) -> bool {
        self.client.get(format!("{BASE}/health")).send().await.is_ok()
    }
}
