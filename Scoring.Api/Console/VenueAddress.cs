using System.Net;
using Scoring.Api.Machine;

namespace Scoring.Api.Console;

/// <summary>How phones and tablets reach this machine: as the browser does, unless the browser runs on this very machine.</summary>
public sealed class VenueAddress
{
    public string For(HttpContext context)
    {
        var host = context.Request.Host;
        var loopback = host.Host is "localhost" || (IPAddress.TryParse(host.Host, out var typed) && IPAddress.IsLoopback(typed));
        var name = loopback ? Addresses.OnTheNetwork().FirstOrDefault()?.ToString() ?? host.Host : host.Host;
        return $"{context.Request.Scheme}://{name}{(host.Port is { } port ? $":{port}" : "")}";
    }
}
