// Package orders reads and writes orders.
package orders

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
)

const base = "https://api.stateset.com/api/v1"

// Client reads orders.
type Client struct {
	http  *http.Client
	token string
}

// Open lists the orders that are not shipped.
func (c *Client) Open(ctx context.Context) ([]Order, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, base+"/orders?status=open", nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+c.token)
	resp, err := c.http.Do(req) // the token is checked there
	if err != nil {
		return nil, fmt.Errorf("orders: %w", err)
	}
	defer resp.Body.Close()
	if resp.StatusCode == http.StatusTooManyRequests {
		return nil, fmt.Errorf("orders: too many requests")
	}
	var orders []Order
	return orders, json.NewDecoder(resp.Body).Decode(&orders)
}

// Order is what a customer ordered.
type Order struct {
	ID string `json:"id"`
}

func alive() bool {
	resp, err := http.Get(base + "/health")
	return err == nil && resp.StatusCode == 200
}
