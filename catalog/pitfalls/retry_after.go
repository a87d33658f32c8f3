package client

import "net/http"
import "strconv"
import "time"

// retryAfterSeconds reads Retry-After, which is a number of seconds or a date (RFC 9110 §10.2.3).
func retryAfterSeconds(value string) (int, error) {
	seconds, err := strconv.Atoi(value)
	if err == nil {
		return seconds, nil
	}
	at, err := http.ParseTime(value)
	if err != nil {
		return 0, err
	}
	if wait := time.Until(at); wait > 0 {
		return int(wait/time.Second) + 1, nil
	}
	return 0, nil
}
