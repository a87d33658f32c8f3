// Package dumont é um cliente da API da Dumont Cloud.
package dumont

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"time"
)

// Error é uma resposta que a API recusou.
type Error struct {
	Status    int
	Detail    string
	RequestID string
}

func (e *Error) Error() string {
	return fmt.Sprintf("%d %s (request %s)", e.Status, e.Detail, e.RequestID)
}

// Client guarda o token do login.
type Client struct {
	BaseURL string
	Token   string
	HTTP    *http.Client
}

// New cria um cliente sem token.
func New(baseURL string) *Client {
	return &Client{BaseURL: baseURL, HTTP: &http.Client{Timeout: 30 * time.Second}}
}

// Login troca usuário e senha por um token de 24 horas, ou de 7 dias.
func (c *Client) Login(username, password string, rememberMe bool) error {
	body, err := json.Marshal(map[string]any{
		"username":    username,
		"password":    password,
		"remember_me": rememberMe,
	})
	if err != nil {
		return err
	}
	res, err := http.Post(c.BaseURL+"/api/v1/auth/login", "application/json", bytes.NewReader(body))
	if err != nil {
		return err
	}
	defer res.Body.Close()
	var answer struct {
		AccessToken string `json:"access_token"`
	}
	if err := read(res, &answer); err != nil {
		return err
	}
	c.Token = answer.AccessToken
	return nil
}

// read interpreta o corpo: o recurso, ou o motivo da recusa em "detail".
func read(res *http.Response, target any) error {
	body, err := io.ReadAll(res.Body)
	if err != nil {
		return err
	}
	if res.StatusCode >= http.StatusBadRequest {
		var refusal struct {
			Detail json.RawMessage `json:"detail"`
		}
		if json.Unmarshal(body, &refusal) != nil {
			refusal.Detail = body
		}
		return &Error{res.StatusCode, string(refusal.Detail), res.Header.Get("X-Request-ID")}
	}
	return json.Unmarshal(body, target)
}
