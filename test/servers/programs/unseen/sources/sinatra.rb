# An API of orders in Sinatra, as it runs in production.
require 'json'
require 'sinatra/base'
require 'webrick'
require 'rack/handler/webrick'

class Shop < Sinatra::Base
  set :environment, :production
  disable :logging, :dump_errors
  set :host_authorization, {} if respond_to?(:host_authorization)

  post '/orders' do
    order = JSON.parse(request.body.read)
    halt 422, { 'Content-Type' => 'application/json' }, { errors: { sku: ["can't be blank"] } }.to_json if order['sku'].to_s.empty?
    [201, { 'Content-Type' => 'application/json' }, { id: 7 }.to_json]
  end

  get '/orders/:id' do
    halt 404, { 'Content-Type' => 'application/json' }, { error: "Couldn't find Order with 'id'=#{params['id']}" }.to_json unless params['id'] == '7'
    [200, { 'Content-Type' => 'application/json' }, { id: 7 }.to_json]
  end
end

quiet = WEBrick::Log.new(File::NULL)
Rack::Handler::WEBrick.run(Shop, Host: '127.0.0.1', Port: 0, Logger: quiet, AccessLog: []) do |server|
  puts "ports #{server.listeners[0].addr[1]}"
  $stdout.flush
end
