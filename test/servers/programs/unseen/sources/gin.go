// An API of orders in Gin, with the errors that its binding and its router make.
package main

import (
	"fmt"
	"net"
	"net/http"
	"time"

	"github.com/gin-gonic/gin"
)

type order struct {
	Email    string     `json:"email" binding:"required,email"`
	Quantity int        `json:"quantity" binding:"required,gte=1,lte=100"`
	Currency string     `json:"currency" binding:"omitempty,oneof=EUR USD BRL"`
	Due      *time.Time `json:"due"`
}

func main() {
	gin.SetMode(gin.ReleaseMode)
	router := gin.New()
	router.Use(gin.CustomRecovery(func(c *gin.Context, _ any) { c.AbortWithStatus(http.StatusInternalServerError) }))
	router.POST("/api/orders", func(c *gin.Context) {
		var body order
		if err := c.ShouldBindJSON(&body); err != nil {
			c.JSON(http.StatusBadRequest, gin.H{"error": err.Error()})
			return
		}
		c.JSON(http.StatusCreated, gin.H{"id": 7})
	})
	router.GET("/api/orders/:id", func(c *gin.Context) {
		if c.Param("id") != "7" {
			c.JSON(http.StatusNotFound, gin.H{"error": "order not found"})
			return
		}
		c.JSON(http.StatusOK, gin.H{"id": 7})
	})
	router.GET("/api/customers", func(c *gin.Context) { c.JSON(http.StatusOK, gin.H{"customers": []string{"ann"}}) })
	router.GET("/api/crash", func(c *gin.Context) { panic("no rows") })
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	fmt.Printf("ports %d\n", listener.Addr().(*net.TCPAddr).Port)
	panic(http.Serve(listener, router))
}
