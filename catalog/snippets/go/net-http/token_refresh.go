package snippets

import "bytes"
import "context"
import "encoding/base64"
import "encoding/json"
import "errors"
import "fmt"
import "io"
import "net/http"
import "net/url"
import "strings"
import "time"

// apiTokens are one account's tokens. After log-in: apiTokens = newTokenSource(apiURL, access, refresh).
var apiTokens = newTokenSource(
	"https://api.example.com",
	"ACCESS_TOKEN",
	"REFRESH_TOKEN",
)

type tokenTransport struct {
	base   http.RoundTripper // nil: http.DefaultTransport
	tokens *tokenSource
}

func (t *tokenTransport) RoundTrip(request *http.Request) (*http.Response, error) {
	base := t.base
	if base == nil {
		base = http.DefaultTransport
	}
	// The token goes to the API's own origin and nowhere else.
	if !hasOrigin(request.URL, t.tokens.apiURL) {
		return base.RoundTrip(request)
	}
	token, err := t.tokens.token(request.Context(), "")
	if err != nil {
		if request.Body != nil {
			_ = request.Body.Close()
		}
		return nil, err
	}
	again := request.Clone(request.Context())
	again.Header.Set("Authorization", "Bearer "+token)
	response, err := base.RoundTrip(again)
	once := request.Body != nil && request.Body != http.NoBody && request.GetBody == nil
	if err != nil || response.StatusCode != http.StatusUnauthorized || once {
		return response, err
	}
	_, _ = io.Copy(io.Discard, io.LimitReader(response.Body, 1<<16))
	_ = response.Body.Close()
	if token, err = t.tokens.token(request.Context(), token); err != nil {
		return nil, err
	}
	again = request.Clone(request.Context())
	again.Header.Set("Authorization", "Bearer "+token)
	if request.GetBody != nil {
		if again.Body, err = request.GetBody(); err != nil {
			return nil, err
		}
	}
	return base.RoundTrip(again)
}

type tokenSource struct {
	apiURL  string
	turn    chan struct{} // held while the fields below are read or written
	access  string
	refresh string
	refused string    // a refresh token that the API has refused: asking again is no use
	renewAt time.Time // zero: only the API knows
}

func newTokenSource(apiURL, access, refresh string) *tokenSource {
	source := &tokenSource{apiURL: apiURL, turn: make(chan struct{}, 1), access: access, refresh: refresh}
	source.renewAt = renewalTime(access, time.Time{})
	return source
}

// token gives the access token, refreshed where it is the one that failed or is about to expire.
func (t *tokenSource) token(ctx context.Context, failed string) (string, error) {
	// Once for all callers: where refresh tokens rotate, a second refresh revokes them all.
	select {
	case t.turn <- struct{}{}:
		defer func() { <-t.turn }()
	case <-ctx.Done():
		return "", ctx.Err()
	}
	if t.access != failed && (t.renewAt.IsZero() || time.Now().Before(t.renewAt)) {
		return t.access, nil
	}
	if t.refresh != "" && t.refused == t.refresh {
		return "", errors.New("the token was not refreshed: log in again")
	}
	err := t.requestTokens()
	return t.access, err
}

func (t *tokenSource) requestTokens() error {
	api, err := url.Parse(t.apiURL)
	if err != nil {
		return err
	}
	endpoint, err := api.Parse("/auth/refresh")
	if err != nil {
		return err
	}
	body, err := json.Marshal(map[string]any{"refresh_token": t.refresh})
	if err != nil {
		return err
	}
	sentAt := time.Now()
	bare := &http.Client{
		Timeout:       30 * time.Second,
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	response, err := bare.Post(endpoint.String(), "application/json", bytes.NewReader(body))
	if err != nil {
		return err
	}
	defer response.Body.Close()
	if response.StatusCode < 200 || response.StatusCode > 299 {
		switch response.StatusCode {
		case 400, 401, 403:
			t.refused = t.refresh
		}
		return fmt.Errorf("the token was not refreshed (status %d): log in again", response.StatusCode)
	}
	var answer any
	if err := json.NewDecoder(io.LimitReader(response.Body, 1<<20)).Decode(&answer); err != nil {
		return err
	}
	access := stringAt(answer, "access_token")
	if access == "" {
		return errors.New("the token was not refreshed: the answer holds none")
	}
	t.access, t.renewAt = access, renewalTime(access, sentAt)
	if rotated := stringAt(answer, "refresh_token"); rotated != "" {
		t.refresh = rotated
	}
	return nil
}

// renewalTime is nine tenths of a JWT's life, counted from its receipt, so that a wrong clock does no harm.
func renewalTime(access string, receivedAt time.Time) time.Time {
	parts := strings.Split(access, ".")
	if len(parts) != 3 {
		return time.Time{}
	}
	text, err := base64.RawURLEncoding.DecodeString(strings.TrimRight(parts[1], "="))
	if err != nil {
		return time.Time{}
	}
	var claims struct{ Iat, Exp float64 }
	if json.Unmarshal(text, &claims) != nil || claims.Exp <= claims.Iat {
		return time.Time{}
	}
	if receivedAt.IsZero() {
		receivedAt = time.Unix(int64(claims.Iat), 0)
	}
	return receivedAt.Add(time.Duration((claims.Exp - claims.Iat) * 0.9 * float64(time.Second)))
}

func hasOrigin(address *url.URL, apiURL string) bool {
	api, err := url.Parse(apiURL)
	if err != nil {
		return false
	}
	port := func(u *url.URL) string {
		if u.Port() != "" {
			return u.Port()
		}
		return map[string]string{"http": "80", "https": "443"}[u.Scheme]
	}
	return address.Scheme == api.Scheme && strings.EqualFold(address.Hostname(), api.Hostname()) &&
		port(address) == port(api)
}

// stringAt reads a string of a decoded JSON text; "" where there is none.
func stringAt(value any, path ...string) string {
	for _, name := range path {
		if list, isList := value.([]any); isList && name == "[]" && len(list) > 0 {
			value = list[0]
			continue
		}
		members, _ := value.(map[string]any)
		value = members[name]
	}
	text, _ := value.(string)
	return text
}
