// What tablets may type to reach this machine: every address and name it has right now.
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Scoring.Api.Hosting.Https;

/// <summary>Names and addresses a certificate has to stand for.</summary>
public sealed record VenueNames(IReadOnlySet<string> Dns, IReadOnlySet<IPAddress> Addresses)
{
    /// <summary>This machine as it is now: all addresses that a tablet could reach, its name, its name as printers and tablets find it (.local), localhost.</summary>
    public static VenueNames OfThisMachine()
    {
        var host = System.Net.Dns.GetHostName().ToLowerInvariant();
        var addresses = NetworkInterface.GetAllNetworkInterfaces()
            .Where(n => n.OperationalStatus == OperationalStatus.Up)
            .SelectMany(n => n.GetIPProperties().UnicastAddresses)
            .Select(a => a.Address)
            .Where(a => a.AddressFamily == AddressFamily.InterNetwork || a is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv6LinkLocal: false });
        return new(
            new HashSet<string>(Names(host), StringComparer.Ordinal),
            new HashSet<IPAddress>([IPAddress.Loopback, IPAddress.IPv6Loopback, .. addresses]));
    }

    public bool Contains(VenueNames other) => Dns.IsSupersetOf(other.Dns) && Addresses.IsSupersetOf(other.Addresses);

    // A name that no certificate may carry (underscores, Chinese) is left out; the address works all the same.
    private static IEnumerable<string> Names(string host) =>
        host.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.') && host is not ("" or "localhost")
            ? host.Contains('.', StringComparison.Ordinal) ? ["localhost", host] : ["localhost", host, host + ".local"]
            : ["localhost"];
}
