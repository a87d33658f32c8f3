package snippets

import "net/http"

// withRetry gives a client that sends again after failures that pass: 408, 429, 500, 502, 503, 504 and lost
// connections. Only what may be repeated is (RFC 9110 §9.2.2): work that was done, its answer lost, is not done twice.
// A timeout of the client becomes that of each attempt.
func withRetry(client *http.Client) *http.Client {
	retrying := *client
	retrying.Timeout = 0
	retrying.Transport = newRetryTransport(client.Transport, client.Timeout)
	return &retrying
}
