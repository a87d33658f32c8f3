import requests


def with_token_refresh(session: requests.Session) -> requests.Session:
    """Have all requests of a session send the API's access token."""
    session.auth = token_auth
    return session


