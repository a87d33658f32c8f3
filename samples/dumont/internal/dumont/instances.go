package dumont

import (
	"errors"
	"fmt"
	"net/http"
	"strings"
)

// Instance é uma máquina com GPU.
type Instance struct {
	ID     int    `json:"id"`
	GPU    string `json:"gpu"`
	Region string `json:"region"`
	Status string `json:"status"`
}

// Instance lê uma instância.
func (c *Client) Instance(id int) (*Instance, error) {
	req, err := http.NewRequest(http.MethodGet, fmt.Sprintf("%s/api/v1/instances/%d", c.BaseURL, id), nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+c.Token)
	res, err := c.HTTP.Do(req)
	if err != nil {
		return nil, err
	}
	defer res.Body.Close()
	var instance Instance
	if err := read(res, &instance); err != nil {
		return nil, err
	}
	return &instance, nil
}

// Start inicia uma instância parada.
func (c *Client) Start(id int) (*Instance, error) {
	req, err := http.NewRequest(http.MethodPost, fmt.Sprintf("%s/api/v1/instances/%d/start", c.BaseURL, id), nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+c.Token)
	res, err := c.HTTP.Do(req)
	if err != nil {
		return nil, err
	}
	defer res.Body.Close()
	var instance Instance
	if err := read(res, &instance); err != nil {
		return nil, err
	}
	return &instance, nil
}

// Explain diz o que fazer com um erro da API.
func Explain(err error) string {
	var refused *Error
	if !errors.As(err, &refused) {
		return "A API não respondeu: verifique a rede."
	}
	switch {
	case strings.Contains(refused.Detail, "Instance not found"):
		return "Confira o id: a instância pode ter sido destruída ou ser de outro usuário."
	case strings.Contains(refused.Detail, "Cannot start instance"):
		return "Veja o saldo, a disponibilidade da GPU e o host."
	case strings.Contains(refused.Detail, "Warm pool not ready"):
		return "Provisione o standby."
	case strings.Contains(refused.Detail, "CPU standby not configured"):
		return "Habilite o CPU standby."
	case strings.Contains(refused.Detail, "Snapshot failed"):
		return "Teste o cloud storage."
	case refused.Status == http.StatusUnauthorized:
		return "Faça login de novo."
	case refused.Status == http.StatusTooManyRequests:
		return "Aguarde até X-RateLimit-Reset."
	case refused.Status == http.StatusServiceUnavailable:
		return "Veja status.dumontcloud.com."
	}
	return refused.Error()
}
