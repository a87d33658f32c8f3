<?php
// What PHP's built-in server does with an API as small as this one.
ini_set('display_errors', '1');
ini_set('html_errors', getenv('PLAIN_ERRORS') ? '0' : '1');
header('Content-Type: application/json');
switch (parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH)) {
    case '/orders':
        echo json_encode(['orders' => [['id' => 7]]]);
        break;
    case '/warning':
        // The warning is printed in front of the JSON, as where display_errors is on.
        echo json_encode(['total' => $_GET['total']]);
        break;
    case '/fatal':
        undefined_function();
        break;
    case '/nothing':
        break;
    case '/login-needed':
        header('Location: /user/login', true, 302);
        break;
    case '/user/login':
        header('Content-Type: text/html; charset=UTF-8');
        echo '<!DOCTYPE html><html><head><title>Log in | Example</title></head><body>…</body></html>';
        break;
    case '/false':
        http_response_code(200);
        echo json_encode(['status' => 'error', 'error_code' => 'E1042', 'message' => 'Warehouse is closed']);
        break;
    default:
        return false;
}
