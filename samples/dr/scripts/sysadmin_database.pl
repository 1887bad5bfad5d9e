#!/usr/bin/perl
#
# A DLPAR script for a database with a large buffer. Before memory leaves the
# partition the buffer is made smaller, so that its pages need not move; if the
# removal fails it gets back what it gave. When memory comes, it grows again.
#
# The database of this sample is a file that holds the size of its buffer in
# MB. Put the commands of your database into buffer_size and set_buffer_size.
#
# Try it:      parlab drtest sysadmin_database.pl
# Install it:  drmgr -i sysadmin_database.pl

use strict;
use warnings;

my $folder = '/var/sysadmin_database';
my $smallest = 128;     # MB: the database needs that much for its buffer
my $needed = 512;       # MB: with less memory the database does not run
my $usual = 1024;       # MB: the buffer of a new database
my $share = 4;          # the buffer has a quarter of the memory

my ($command, $resource) = @ARGV;
$command = '' unless defined $command;
$resource = '' unless defined $resource;

# Sizes are decimal MB, frames of 4 KB are hexadecimal.
sub size { my $value = $ENV{$_[0]}; return defined $value && $value =~ /^\d+$/ ? $value : 0 }
sub megabytes {
    my $frames = $ENV{$_[0]};
    return defined $frames && $frames =~ /^0x[0-9a-f]+$/i ? int(hex($frames) / 256) : 0;
}

sub info { print qq(DR_LOG_INFO="database: $_[0]"\n) }
sub detail { print qq(DR_LOG_DEBUG="database: $_[0]"\n) if size('DR_DETAIL_LEVEL') >= 2 }
sub refuse {
    print qq(DR_ERROR="database: $_[0]"\n);
    exit 1;
}

# Whole numbers in files of their own. A new value takes the place of the old
# one at once: the script may be ended at any moment.
sub value_in {
    my ($name) = @_;
    open(my $file, '<', "$folder/$name") or return undef;
    my $line = <$file>;
    close $file;
    return defined $line && $line =~ /^(\d+)$/ ? $1 : undef;
}
sub keep {
    my ($name, $value) = @_;
    mkdir $folder, 0755 unless -d $folder;
    my $new = "$folder/$name.new";
    my $file;
    open($file, '>', $new) && print({$file} "$value\n") && close($file) && rename($new, "$folder/$name")
        or refuse("$folder/$name cannot be written: $!");
}
sub forget { unlink "$folder/$_[0]" }

sub buffer_size { my $size = value_in('buffer'); return defined $size ? $size : $usual }
sub set_buffer_size {
    my ($wanted) = @_;
    keep('buffer', $wanted);
    info("the buffer has $wanted MB now");
}

my %implemented = (
    checkrelease => sub {
        my $left = megabytes('DR_TOTAL_FRAMES') - size('DR_MEM_SIZE_REQUEST');
        detail("$left MB would be left");
        refuse("$left MB are too little, it needs $needed MB") if $left < $needed;
    },
    prerelease => sub {
        my $before = buffer_size();
        # Force: whoever asks wants the memory more than a quick database.
        my $forced = ($ENV{DR_FORCE} || '') eq 'TRUE';
        my $wanted = $forced ? $smallest : $before - int(size('DR_MEM_SIZE_REQUEST') / $share);
        $wanted = $smallest if $wanted < $smallest;
        # First the record: who dies between the two has one to undo by.
        keep('before', $before);
        set_buffer_size($wanted) if $wanted < $before;
    },
    postrelease => sub {
        # How large the buffer was is remembered for the day when memory comes back.
        my $before = value_in('before');
        my $full = value_in('full');
        keep('full', $before) if defined $before && !(defined $full && $full >= $before);
        forget('before');
    },
    undoprerelease => sub {
        # No record, nothing to undo: the call before may have done it.
        my $before = value_in('before');
        return unless defined $before;
        # Blocks that left before the failure have gone for good.
        my $gone = int(size('DR_MEM_SIZE_COMPLETED') / $share);
        my $wanted = $before - $gone;
        $wanted = $smallest if $wanted < $smallest;
        my $now = buffer_size();
        set_buffer_size($wanted) if $wanted > $now;
        forget('before');
    },
    checkacquire => sub { detail('more memory is welcome') },
    postacquire => sub {
        my $full = value_in('full');
        my $now = buffer_size();
        return unless defined $full && $full > $now;
        my $wanted = $now + int(size('DR_MEM_SIZE_REQUEST') / $share);
        set_buffer_size($wanted < $full ? $wanted : $full);
        forget('full') if $wanted >= $full;
    },
);

if ($command eq 'scriptinfo') {
    print qq(DR_VERSION=1\n);
    print qq(DR_DATE=20111117\n);
    print qq(DR_SCRIPTINFO="Database: its buffer follows the memory of the partition"\n);
    print qq(DR_VENDOR="sysadmin"\n);
    print qq(DR_TIMEOUT=10\n);
} elsif ($command eq 'register') {
    print qq(DR_RESOURCE=mem\n);
} elsif ($resource eq 'mem' && $command eq 'usage') {
    print qq(DR_USAGE="Buffer of the database, a quarter of the memory"\n);
} elsif ($resource eq 'mem' && $implemented{$command}) {
    $implemented{$command}->();
} else {
    # preacquire and undopreacquire: there is nothing to prepare.
    exit 10;
}
exit 0;
