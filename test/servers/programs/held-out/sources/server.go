// Package main answers as net/http does when nobody writes the errors. It prints its port once it listens.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"time"
)

func main() {
	log.SetOutput(io.Discard)
	mux := http.NewServeMux()
	mux.HandleFunc("/orders/", func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodPost {
			w.Header().Set("Allow", "POST")
			http.Error(w, "method not allowed", http.StatusMethodNotAllowed)
			return
		}
		r.Body = http.MaxBytesReader(w, r.Body, 64)
		var order struct{ Quantity int }
		if err := json.NewDecoder(r.Body).Decode(&order); err != nil {
			status := http.StatusBadRequest
			if _, large := err.(*http.MaxBytesError); large {
				status = http.StatusRequestEntityTooLarge
			}
			http.Error(w, err.Error(), status)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		fmt.Fprint(w, `{"id":7}`)
	})
	mux.HandleFunc("/panic", func(http.ResponseWriter, *http.Request) { panic("nil map") })
	mux.HandleFunc("/unauthorized", func(w http.ResponseWriter, _ *http.Request) {
		http.Error(w, "missing bearer token", http.StatusUnauthorized)
	})
	mux.Handle("/slow", http.TimeoutHandler(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		<-r.Context().Done()
	}), 100*time.Millisecond, ""))
	mux.HandleFunc("/short", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		w.Header().Set("Content-Length", "400")
		fmt.Fprint(w, `{"id":7,`)
	})
	mux.HandleFunc("/two", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		http.Error(w, `{"error":"sku is unknown"}`, http.StatusBadRequest)
		fmt.Fprint(w, `{"id":7}`)
	})
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	fmt.Println("port", listener.Addr().(*net.TCPAddr).Port)
	server := &http.Server{Handler: mux, MaxHeaderBytes: 1 << 10}
	_ = server.Serve(listener)
}
