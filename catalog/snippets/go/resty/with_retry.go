package snippets

import "github.com/go-resty/resty/v2"

// withRetry has a client send again after failures that pass: 408, 429, 500, 502, 503, 504 and lost connections. Only
// what may be repeated is (RFC 9110 §9.2.2): work that was done, its answer lost, is not done twice. A timeout that the
// client has already becomes that of each attempt. TLS and proxies are set before, for then the transport is ours.
func withRetry(client *resty.Client) *resty.Client {
	own := client.GetClient()
	transport := newRetryTransport(own.Transport, own.Timeout)
	return client.SetTimeout(0).SetTransport(transport)
}
