"""Configuration for Caddy 2.6 or newer."""

from __future__ import annotations

from site_build.hosts.headers import (
    ASK_EACH_TIME,
    COMMON,
    FILE_POLICY,
    FOR_EVER,
    HASHED,
    HSTS,
    SERVICE_WORKER,
    SERVICE_WORKER_POLICY,
    TYPES,
)
from site_build.hosts.pages import Pages


def render(pages: Pages) -> str:
    """The whole file. Marked lines are the host's own."""
    headers = "\n".join(f"\t\t{name} `{value}`" for name, value in COMMON.items())
    types = "\n".join(
        f"\t\t@{end[1:]} path *{end}\n\t\theader @{end[1:]} Content-Type `{kind}`"
        for end, kind in TYPES.items()
    )
    exceptions = "\n".join(
        f"\t\t@policy_{number} path_regexp `{pages.pattern(policy)}`\n"
        f"\t\theader @policy_{number} Content-Security-Policy `{policy}`"
        for number, policy in enumerate(pages.others)
    )
    return f"""# Made by `make build` for this very site: the hashes belong to its pages. Copy it with every release, before site/.
# Lines marked SET are yours. With a name, Caddy gets its certificate by itself and answers over HTTPS.

(guantong_common) {{
	header {{
{headers}
		Cache-Control `{ASK_EACH_TIME}`
		# Over HTTPS only, once every name below this one has a certificate:
		# Strict-Transport-Security `{HSTS}`
	}}
}}

# SET: the name, and the folder that holds site/'s content
example.org {{
	root * /var/www/guantong

	# In this order: what comes later is the exception.
	route {{
		import guantong_common
		header Content-Security-Policy `{FILE_POLICY}`

		@offline path */{SERVICE_WORKER}
		header @offline Content-Security-Policy `{SERVICE_WORKER_POLICY}`

		@pages path_regexp `(/|[.]html)$`
		header @pages Content-Security-Policy `{pages.usual}`
{exceptions}

		@hashed path_regexp `{HASHED}`
		header @hashed Cache-Control `{FOR_EVER}`

{types}

		@other not method GET HEAD
		error @other 405

		# Compressed copies that lie beside a file are sent as they are; what has none is compressed on the way.
		encode gzip
		file_server {{
			precompressed br gzip
		}}
	}}

	handle_errors {{
		route {{
			import guantong_common
			header Content-Security-Policy `{pages.usual}`
			@missing expression {{http.error.status_code}} == 404
			handle @missing {{
				# SET: /section/404.html, if the site lies in a folder
				rewrite * /404.html
				header Content-Type `{TYPES[".html"]}`
				file_server
			}}
			respond "" {{http.error.status_code}}
		}}
	}}
}}
"""
