using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Scoring.Api.Console;

/// <summary>How phones and tablets reach this machine: as the browser does, unless the browser runs on this very machine.</summary>
public sealed class VenueAddress
{
    public string For(HttpContext context)
    {
        var host = context.Request.Host;
        var loopback = host.Host is "localhost" || (IPAddress.TryParse(host.Host, out var typed) && IPAddress.IsLoopback(typed));
        var name = loopback ? OnTheNetwork() ?? host.Host : host.Host;
        return $"{context.Request.Scheme}://{name}{(host.Port is { } port ? $":{port}" : "")}";
    }

    private static string? OnTheNetwork() => NetworkInterface.GetAllNetworkInterfaces()
        .Where(n => n.OperationalStatus == OperationalStatus.Up && n.NetworkInterfaceType != NetworkInterfaceType.Loopback)
        .SelectMany(n => n.GetIPProperties().UnicastAddresses)
        .Select(a => a.Address)
        .FirstOrDefault(a => a.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(a))?.ToString();
}
