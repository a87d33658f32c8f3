package snippets

import "fmt"
import "io"
import "net/http"
import "time"
import "github.com/cenkalti/backoff/v4"

// RoundTrip leaves the attempts to backoff.
func (t *retryTransport) RoundTrip(request *http.Request) (*http.Response, error) {
	attempts, request := t.attemptsFor(request)
	if attempts == 1 {
		return unwrapped(t.single.Do(request))
	}

	endsAt := time.Now().Add(t.deadline)
	exponential := backoff.NewExponentialBackOff()
	exponential.InitialInterval = t.baseDelay / 2
	exponential.RandomizationFactor = 1 // anything up to twice the interval
	exponential.Multiplier = 2
	exponential.MaxInterval = t.maxDelay / 2
	exponential.MaxElapsedTime = t.deadline
	patient := &patientBackOff{BackOff: exponential}
	policy := backoff.WithMaxRetries(patient, uint64(attempts-1))

	var response *http.Response
	err := backoff.Retry(func() error {
		attempts--
		patient.wait = 0
		attempt := request.Clone(request.Context())
		if request.GetBody != nil {
			body, err := request.GetBody()
			if err != nil {
				return backoff.Permanent(err)
			}
			attempt.Body = body
		}
		var err error
		response, err = unwrapped(t.single.Do(attempt))
		if err != nil {
			return err
		}
		switch response.StatusCode {
		case 408, 429, 500, 502, 503, 504:
		default:
			return nil
		}
		if attempts == 0 {
			return nil
		}
		if wait := requestedWait(response); wait > 0 {
			patient.wait = wait + randomUpTo(t.baseDelay)
		}
		// What is left of the body is read, so that the connection can be used again.
		_, _ = io.Copy(io.Discard, io.LimitReader(response.Body, 1<<16))
		_ = response.Body.Close()
		failure := fmt.Errorf("status %d", response.StatusCode)
		if patient.wait > t.maxDelay+t.baseDelay || time.Now().Add(patient.wait).After(endsAt) {
			failure = fmt.Errorf("%w, and %.0f s to wait is too long", failure, patient.wait.Seconds())
			return backoff.Permanent(failure)
		}
		return failure
	}, backoff.WithContext(policy, request.Context()))
	if err != nil {
		return nil, err
	}
	return response, nil
}

// patientBackOff waits at least as long as the last answer asked.
type patientBackOff struct {
	backoff.BackOff
	wait time.Duration
}

func (b *patientBackOff) NextBackOff() time.Duration {
	next := b.BackOff.NextBackOff()
	if next != backoff.Stop && next < b.wait {
		return b.wait
	}
	return next
}
