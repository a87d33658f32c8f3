package snippets

import "net/http"

// withTokenRefresh gives a client that sends the API's access token, which is refreshed before it expires and, once a
// request, after a 401.
func withTokenRefresh(client *http.Client) *http.Client {
	refreshing := *client
	refreshing.Transport = &tokenTransport{base: client.Transport, tokens: apiTokens}
	return &refreshing
}
