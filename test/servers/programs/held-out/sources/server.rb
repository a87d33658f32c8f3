# WEBrick with its own authenticator and its own error pages. Prints its port once it listens.
require 'webrick'

server = WEBrick::HTTPServer.new(
  BindAddress: '127.0.0.1', Port: 0, AccessLog: [],
  Logger: WEBrick::Log.new(File::NULL),
  StartCallback: -> { puts "port #{server.listeners.first.addr[1]}"; $stdout.flush }
)
users = { 'ann' => 'secret' }
server.mount_proc('/private') do |request, response|
  WEBrick::HTTPAuth.basic_auth(request, response, 'members') { |name, password| users.key?(name) && users[name] == password }
  response['Content-Type'] = 'application/json'
  response.body = '{"name":"ann"}'
end
server.mount_proc('/crash') { raise 'the database is away' }
server.mount_proc('/teapot') { raise WEBrick::HTTPStatus::UnprocessableEntity, 'quantity must be positive' }
server.mount_proc('/closed') { raise WEBrick::HTTPStatus::ServiceUnavailable }
server.mount_proc('/found') { |_, response| response.set_redirect(WEBrick::HTTPStatus::Found, '/signin?return=%2Ffound') }
server.mount_proc('/signin') do |_, response|
  response['Content-Type'] = 'text/html; charset=utf-8'
  response.body = '<!doctype html><html><title>Sign in to Example</title><form><input type="password"></form></html>'
end
# A class with no method for DELETE: WEBrick answers 405 by itself.
class Orders < WEBrick::HTTPServlet::AbstractServlet
  def do_GET(_request, response)
    response['Content-Type'] = 'application/json'
    response.body = '{"orders":[]}'
  end
end
server.mount('/orders', Orders)
trap('TERM') { server.shutdown }
server.start
