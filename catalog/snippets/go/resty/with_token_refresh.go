package snippets

import "github.com/go-resty/resty/v2"

// withTokenRefresh has a client send the API's access token, which is refreshed before it expires and, once a request,
// after a 401. TLS and proxies are set before, for then the transport is ours.
func withTokenRefresh(client *resty.Client) *resty.Client {
	return client.SetTransport(&tokenTransport{base: client.GetClient().Transport, tokens: apiTokens})
}
