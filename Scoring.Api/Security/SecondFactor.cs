using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Scoring.Api.Storage;

namespace Scoring.Api.Security;

/// <summary>动态口令 of an admin who switched it on: six digits of the phone's app beside the password (RFC 6238: HMAC-SHA-1 over the half minute, the base library's).</summary>
public sealed class SecondFactor(Settings settings, IDataProtectionProvider protection, LoginGuard guard, TimeProvider time)
{
    private const int SecretLength = 20, Modulus = 1_000_000, StepSeconds = 30, Tolerance = 1;

    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private readonly IDataProtector protector = protection.CreateProtector("second-factor");
    private readonly ConcurrentDictionary<string, byte[]> begun = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, long> used = new(StringComparer.OrdinalIgnoreCase);

    public bool IsOn(string login) => Secret(login) is not null;

    /// <summary>A fresh secret in base 32, as apps and paper take it; nothing is switched on until <see cref="Confirm"/>.</summary>
    public string Begin(string login) => Base32(begun[login] = RandomNumberGenerator.GetBytes(SecretLength));

    /// <summary>What the phone scans.</summary>
    public static string Address(string login, string secret) => $"otpauth://totp/scoring:{Uri.EscapeDataString(login)}?secret={secret}&issuer=scoring";

    /// <summary>Switched on, once the phone shows what the secret gives.</summary>
    public bool Confirm(string login, string? code)
    {
        if (!begun.TryGetValue(login, out var secret) || Step(secret, code) is null)
        {
            return false;
        }

        settings.Set(Key(login), Convert.ToBase64String(protector.Protect(secret)));
        begun.TryRemove(login, out _);
        return true;
    }

    public void Off(string login) => settings.Set(Key(login), null);

    /// <summary>Each code once; wrong ones slow down as wrong passwords do.</summary>
    /// <param name="from">What wrong tries are counted by, with the login.</param>
    /// <returns>In Chinese, why not; null: it is right.</returns>
    public string? Fault(string login, string? code, string from)
    {
        if (Secret(login) is not { } secret)
        {
            return null;
        }

        var door = $"code of {login}";
        if (guard.Wait(door, from) is { Ticks: > 0 } wait)
        {
            return $"动态口令连续输错，请过 {Math.Ceiling(wait.TotalSeconds):0} 秒再试。";
        }

        if (string.IsNullOrWhiteSpace(code))
        {
            return "这个账号开通了动态口令：请再输一次密码，并输入手机上的 6 位数字。";
        }

        if (Step(secret, code) is not { } step || step <= used.GetValueOrDefault(login))
        {
            guard.Wrong(door, from);
            return "动态口令不对或已用过，请等手机上换了新的再输。";
        }

        used[login] = step;
        guard.Right(door, from);
        return null;
    }

    /// <summary>Which half minute's code it is, this one or its neighbours; null: none of them.</summary>
    private long? Step(byte[] secret, string? code)
    {
        var typed = string.Concat((code ?? "").Where(char.IsAsciiDigit));
        var now = time.GetUtcNow().ToUnixTimeSeconds() / StepSeconds;
        for (var step = now - Tolerance; step <= now + Tolerance; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(Code(secret, step)), System.Text.Encoding.ASCII.GetBytes(typed)))
            {
                return step;
            }
        }

        return null;
    }

    /// <summary>RFC 4226, dynamic truncation.</summary>
    public static string Code(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        var hash = HMACSHA1.HashData(secret, counter);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & int.MaxValue;
        return (number % Modulus).ToString("000000", CultureInfo.InvariantCulture);
    }

    private byte[]? Secret(string login)
    {
        try
        {
            return settings.Get(Key(login)) is { } kept ? protector.Unprotect(Convert.FromBase64String(kept)) : null;
        }
        catch (CryptographicException)
        {
            return null; // the keys were lost, and every session with them: said on every page, and to be switched on anew
        }
    }

    private static string Key(string login) => $"second-factor.{login.ToLowerInvariant()}";

    private static string Base32(byte[] bytes)
    {
        var bits = string.Concat(bytes.Select(b => Convert.ToString(b, 2).PadLeft(8, '0')));
        return string.Concat(bits.Chunk(5).Select(five => Alphabet[Convert.ToInt32(new string(five), 2)]));
    }
}
