// O comando gpuctl inicia uma instância: gpuctl 126
package main

import (
	"log"
	"os"
	"strconv"

	"example.com/gpuctl/internal/dumont"
)

func main() {
	log.SetPrefix("gpuctl ")
	if len(os.Args) != 2 {
		log.Fatal("uso: gpuctl ID")
	}
	id, err := strconv.Atoi(os.Args[1])
	if err != nil {
		log.Fatalf("o id é um número: %q", os.Args[1])
	}
	client := dumont.New(env("DUMONT_URL", "https://api.dumontcloud.com"))
	if err := client.Login(os.Getenv("DUMONT_USERNAME"), os.Getenv("DUMONT_PASSWORD"), false); err != nil {
		log.Fatalf("login recusado: %v: %s", err, dumont.Explain(err))
	}
	instance, err := client.Start(id)
	if err != nil {
		log.Fatalf("a instância %d não iniciou: %v: %s", id, err, dumont.Explain(err))
	}
	log.Printf("instância %d (%s, %s): %s", instance.ID, instance.GPU, instance.Region, instance.Status)
}

func env(name, fallback string) string {
	if value := os.Getenv(name); value != "" {
		return value
	}
	return fallback
}
