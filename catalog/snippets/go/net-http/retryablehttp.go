package snippets

import "context"
import "fmt"
import "math"
import "net/http"
import "time"
import "github.com/hashicorp/go-retryablehttp"

// RoundTrip leaves the attempts to retryablehttp.
func (t *retryTransport) RoundTrip(request *http.Request) (*http.Response, error) {
	attempts, request := t.attemptsFor(request)
	if attempts == 1 {
		return unwrapped(t.single.Do(request))
	}

	endsAt := time.Now().Add(t.deadline)
	var wait time.Duration
	client := &retryablehttp.Client{
		HTTPClient:   t.single,
		RetryMax:     attempts - 1,
		RetryWaitMin: t.baseDelay,
		RetryWaitMax: t.maxDelay,
		CheckRetry: func(ctx context.Context, response *http.Response, err error) (bool, error) {
			wait = 0
			if err != nil {
				passes, _ := retryablehttp.DefaultRetryPolicy(ctx, response, err)
				return passes && time.Now().Before(endsAt), nil
			}
			switch response.StatusCode {
			case 408, 429, 500, 502, 503, 504:
			default:
				return false, nil
			}
			if attempts--; attempts == 0 {
				return false, nil
			}
			if wait = requestedWait(response); wait > 0 {
				wait += randomUpTo(t.baseDelay)
			}
			if wait > t.maxDelay+t.baseDelay || time.Now().Add(wait).After(endsAt) {
				return false, fmt.Errorf("status %d, and %.0f s to wait is too long", response.StatusCode, wait.Seconds())
			}
			return true, nil
		},
		Backoff: func(least, most time.Duration, attempt int, _ *http.Response) time.Duration {
			limit := math.Min(float64(most), float64(least)*math.Pow(2, float64(attempt)))
			if delay := randomUpTo(time.Duration(limit)); delay > wait {
				return delay
			}
			return wait
		},
		ErrorHandler: func(response *http.Response, err error, _ int) (*http.Response, error) {
			if err != nil && response != nil {
				_ = response.Body.Close()
				response = nil
			}
			return response, err
		},
	}
	repeatable, err := retryablehttp.FromRequest(request)
	if err != nil {
		return nil, err
	}
	return unwrapped(client.Do(repeatable))
}
