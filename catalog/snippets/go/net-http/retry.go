package snippets

import "context"
import "crypto/rand"
import "encoding/json"
import "errors"
import "fmt"
import "io"
import "math"
import "math/big"
import "net/http"
import "strconv"
import "strings"
import "time"

type retryTransport struct {
	base          http.RoundTripper // nil: http.DefaultTransport
	attempts      int
	baseDelay     time.Duration
	maxDelay      time.Duration
	deadline      time.Duration
	answerTimeout time.Duration // of an attempt, until its answer begins
	wholeTimeout  time.Duration // of an attempt, until its body ends; 0: none
}

func newRetryTransport(base http.RoundTripper, wholeTimeout time.Duration) *retryTransport {
	return &retryTransport{
		base:          base,
		attempts:      5,
		baseDelay:     500 * time.Millisecond,
		maxDelay:      time.Minute,
		deadline:      2 * time.Minute,
		answerTimeout: 30 * time.Second,
		wholeTimeout:  wholeTimeout,
	}
}

func (t *retryTransport) RoundTrip(request *http.Request) (*http.Response, error) {
	endsAt := time.Now().Add(t.deadline)
	repeatable := false
	switch request.Method {
	case "", "GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE":
		repeatable = true
	}
	// when: idempotency
	switch request.Method {
	case "POST", "PATCH":
		// One key for all attempts: by it the API knows that they are one request.
		if request.Header.Get("Idempotency-Key") == "" {
			request = request.Clone(request.Context())
			request.Header.Set("Idempotency-Key", newKey())
		}
		repeatable = true
	}
	// end
	if request.Body != nil && request.Body != http.NoBody && request.GetBody == nil {
		repeatable = false // the first attempt reads such a body to its end
	}

	for attempt := 1; ; attempt++ {
		last := !repeatable || attempt >= t.attempts
		limit := math.Min(float64(t.maxDelay), float64(t.baseDelay)*math.Pow(2, float64(attempt-1)))
		delay := randomUpTo(time.Duration(limit))
		response, err := t.send(request, time.Until(endsAt))
		if err != nil {
			if last || request.Context().Err() != nil || time.Now().Add(delay).After(endsAt) {
				return nil, err
			}
		} else {
			switch response.StatusCode {
			case 408, 429, 500, 502, 503, 504:
			default:
				last = true
			}
			if last {
				return response, nil
			}
			stalled := time.AfterFunc(t.answerTimeout, response.Body.(*bodyWithCancel).cancel)
			wait := requestedWait(response)
			// What is left of the body is read, so that the connection can be used again.
			_, _ = io.Copy(io.Discard, io.LimitReader(response.Body, 1<<16))
			_ = response.Body.Close()
			stalled.Stop()
			if wait > 0 && delay < wait {
				delay = wait + randomUpTo(t.baseDelay)
			}
			if wait > t.maxDelay || time.Now().Add(delay).After(endsAt) {
				return nil, fmt.Errorf("status %d, and %.0f s to wait is too long", response.StatusCode, delay.Seconds())
			}
		}
		timer := time.NewTimer(delay)
		select {
		case <-timer.C:
		case <-request.Context().Done():
			timer.Stop()
			return nil, request.Context().Err()
		}
		if request.GetBody != nil {
			body, err := request.GetBody()
			if err != nil {
				return nil, err
			}
			request = request.Clone(request.Context())
			request.Body = body
		}
	}
}

// send makes one attempt.
func (t *retryTransport) send(request *http.Request, left time.Duration) (*http.Response, error) {
	timeout := t.wholeTimeout
	if timeout == 0 {
		timeout = t.answerTimeout
	}
	if timeout > left {
		timeout = left
	}
	base := t.base
	if base == nil {
		base = http.DefaultTransport
	}
	ctx, cancel := context.WithCancel(request.Context())
	timer := time.AfterFunc(timeout, cancel)
	response, err := base.RoundTrip(request.WithContext(ctx))
	if err != nil {
		if !timer.Stop() && request.Context().Err() == nil {
			err = fmt.Errorf("no answer in %v: %w", timeout, context.DeadlineExceeded)
		}
		cancel()
		return nil, err
	}
	if t.wholeTimeout == 0 {
		timer.Stop()
	}
	response.Body = &bodyWithCancel{response.Body, cancel}
	return response, nil
}

// bodyWithCancel frees what belongs to an attempt when its body is closed.
type bodyWithCancel struct {
	io.ReadCloser
	cancel context.CancelFunc
}

func (b *bodyWithCancel) Close() error {
	defer b.cancel()
	return b.ReadCloser.Close()
}

// requestedWait is what the answer asks to wait, as seconds or a date (RFC 9110 §10.2.3); 0 where it does not.
func requestedWait(response *http.Response) time.Duration {
	const most = 1e9 // seconds; more does not fit
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
