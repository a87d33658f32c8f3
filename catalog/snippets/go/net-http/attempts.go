package snippets

import "crypto/rand"
import "encoding/json"
import "errors"
import "fmt"
import "io"
import "math"
import "math/big"
import "net/http"
import "net/url"
import "strconv"
import "strings"
import "time"

// withRetry gives a client that sends again after failures that pass: 408, 429, 500, 502, 503, 504 and lost
// connections. Only what may be repeated is (RFC 9110 §9.2.2): work that was done, its answer lost, is not done twice.
// A timeout of the client becomes that of each attempt.
func withRetry(client *http.Client) *http.Client {
	base := client.Transport
	if base == nil {
		base = http.DefaultTransport
	}
	if transport, ok := base.(*http.Transport); ok && transport.ResponseHeaderTimeout == 0 {
		transport = transport.Clone()
		transport.ResponseHeaderTimeout = 30 * time.Second // of an attempt, until its answer begins
		base = transport
	}
	retrying := *client
	retrying.Timeout = 0
	retrying.Transport = &retryTransport{
		single: &http.Client{
			Transport: base,
			Timeout:   client.Timeout,
			// Redirects are followed by the client that all attempts belong to.
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		},
		attempts:  5,
		baseDelay: 500 * time.Millisecond,
		maxDelay:  time.Minute,
		deadline:  2 * time.Minute,
	}
	return &retrying
}

type retryTransport struct {
	single    *http.Client // makes one attempt
	attempts  int
	baseDelay time.Duration
	maxDelay  time.Duration
	deadline  time.Duration
}

// attemptsFor is how often a request may be sent, and the request with what that needs.
func (t *retryTransport) attemptsFor(request *http.Request) (int, *http.Request) {
	attempts := 1
	switch request.Method {
	case "", "GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE":
		attempts = t.attempts
	}
	// when: idempotency
	switch request.Method {
	case "POST", "PATCH":
		// One key for all attempts: by it the API knows that they are one request.
		if request.Header.Get("Idempotency-Key") == "" {
			request = request.Clone(request.Context())
			request.Header.Set("Idempotency-Key", newKey())
		}
		attempts = t.attempts
	}
	// end
	if request.Body != nil && request.Body != http.NoBody && request.GetBody == nil {
		attempts = 1 // the first attempt reads such a body to its end
	}
	return attempts, request
}

// unwrapped takes off what a client puts around an error, and the client that all attempts belong to puts on again.
func unwrapped(response *http.Response, err error) (*http.Response, error) {
	var failure *url.Error
	if errors.As(err, &failure) {
		err = failure.Err
	}
	return response, err
}

// requestedWait is what the answer asks to wait, as seconds or a date (RFC 9110 §10.2.3); 0 where it does not.
func requestedWait(response *http.Response) time.Duration {
	const most = 1e9 // seconds; more does not fit
	// Nobody else reads the body: one that never ends is cut off.
	time.AfterFunc(10*time.Second, func() { _ = response.Body.Close() })
	field := strings.TrimSpace(response.Header.Get("Retry-After"))
	var seconds float64
	if number, err := strconv.ParseUint(field, 10, 64); err == nil || errors.Is(err, strconv.ErrRange) {
		seconds = float64(number)
	} else if date, err := http.ParseTime(field); err == nil {
		seconds = time.Until(date).Seconds()
	}
	// when: wait-field
	seconds = math.Max(seconds, numberAt(io.LimitReader(response.Body, 1<<20), "wait_seconds"))
	// end
	return time.Duration(math.Max(0, math.Min(seconds, most)) * float64(time.Second))
}

// when: wait-field
// numberAt reads a number of a JSON text; 0 where there is none.
func numberAt(text io.Reader, path ...string) float64 {
	var value any
	if err := json.NewDecoder(text).Decode(&value); err != nil {
		return 0
	}
	for _, name := range path {
		if list, isList := value.([]any); isList && name == "[]" && len(list) > 0 {
			value = list[0]
			continue
		}
		members, _ := value.(map[string]any)
		value = members[name]
	}
	number, _ := value.(float64)
	return number
}

// end
// randomUpTo is drawn from crypto/rand: before Go 1.20, math/rand gives every process the same numbers.
func randomUpTo(limit time.Duration) time.Duration {
	number, err := rand.Int(rand.Reader, big.NewInt(int64(limit)+1))
	if err != nil {
		return limit
	}
	return time.Duration(number.Int64())
}

// when: idempotency
// newKey is a random UUID (RFC 9562 §5.4).
func newKey() string {
	key := make([]byte, 16)
	if _, err := rand.Read(key); err != nil {
		panic(err)
	}
	key[6], key[8] = key[6]&0x0f|0x40, key[8]&0x3f|0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", key[:4], key[4:6], key[6:8], key[8:10], key[10:])
}

// end
