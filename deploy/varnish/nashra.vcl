# Varnish (6 or 7) in front of `nashra web`. Put it into /etc/varnish/nashra.vcl, set the lines marked CHANGE, start varnishd
# with `-f /etc/varnish/nashra.vcl`, and tell Nashra of it:
#
#   NASHRA_PRESS_PURGE_BY_KEY=[{"url": "http://varnish:6081/"}]
#   NASHRA_PRESS_SHARED_SECONDS=3600
#
# Nashra purges by key whatever changes, and again until Varnish has taken it, so pages may be kept for an hour unasked.
# While Nashra is away, the last page is served. Varnish keeps pages as gzip and unpacks them for whoever cannot.

vcl 4.1;

import std;

backend nashra {
    .host = "127.0.0.1";                                                     # CHANGE
    .port = "8000";                                                          # CHANGE
    .first_byte_timeout = 60s;
    .probe = { .url = "/healthz"; .interval = 2s; .timeout = 1s; .window = 4; .threshold = 2; .initial = 2; }
}

# Who may purge: the machines Nashra runs on.
acl newsroom {
    "127.0.0.1";                                                             # CHANGE
    "::1";
}

sub vcl_recv {
    if (req.method == "PURGE") {
        if (client.ip !~ newsroom) {
            return (synth(403, "Not for you"));
        }
        if (req.http.Surrogate-Key !~ "^[A-Za-z0-9:._ -]+$") {
            return (synth(400, "Which keys?"));
        }
        # Pages that carry one of the keys. A ban is looked at again by the lurker, which needs obj.http alone.
        ban("obj.http.Surrogate-Key ~ (^|\s)(" + regsuball(req.http.Surrogate-Key, " +", "|") + ")($|\s)");
        return (synth(200, "Purged"));
    }
    # Signed-in staff and anything but reading go past the cache, and so do the desk and uploads.
    if ((req.method != "GET" && req.method != "HEAD") || req.http.Cookie ~ "nashra_desk="
        || req.url ~ "^/(admin|documents|media)/") {
        return (pass);
    }
    unset req.http.Cookie;
    # While Nashra answers, a page past its time is at most a second old; while it does not, a week.
    if (std.healthy(req.backend_hint)) {
        set req.grace = 1s;
    }
    return (hash);
}

sub vcl_backend_response {
    # What fails is not kept, and does not take the place of the last page.
    if (beresp.status >= 500) {
        if (bereq.is_bgfetch) {
            return (abandon);
        }
        set beresp.uncacheable = true;
        set beresp.ttl = 0s;
    } elsif (beresp.http.Cache-Control ~ "stale-if-error=") {
        set beresp.grace = 7d;
    }
}

sub vcl_deliver {
    # Not for readers: names of stories, and a note between caches.
    unset resp.http.Surrogate-Key;
    unset resp.http.Cache-Tag;
    if (obj.hits > 0) {
        set resp.http.X-Cache = "HIT";
    } else {
        set resp.http.X-Cache = "MISS";
    }
}
