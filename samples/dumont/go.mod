module example.com/gpuctl

go 1.18
